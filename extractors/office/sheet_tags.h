// Worksheets -> tags: each sheet a heading with its name (unless the program gave it), lines as p, tables as table.
#pragma once

#include "extractors/office/sheet.h"
#include "extractors/office/tag_writer.h"

namespace muster {

// Hidden sheets, rows and columns are kept, their tags hidden; they and what was cut leave a diagnostic.
void write_sheet(const Sheet& sheet, const Limits& limits, TagWriter& writer, Diagnostics& diagnostics);

}  // namespace muster
