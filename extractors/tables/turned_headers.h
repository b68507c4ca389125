// Column heads set on their side (text turned by 90 degrees) over a table that is read upright.
#pragma once

#include "extractors/tables/join_pages.h"
#include "schemas/document.h"

namespace muster {

// Puts the turned words right above a table that begins with figures over its columns, as a header row. Nothing is changed
// where they stand over less than half of its columns.
void add_turned_headers(const Page& page, TablePart& part);

}  // namespace muster
