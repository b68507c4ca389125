// A header in a frame of its own over a body without one ("header ruled, body not"): two tables that are one.
#pragma once

#include <vector>

#include "extractors/read/document_words.h"
#include "extractors/tables/join_pages.h"

namespace muster {

// Tables of one page in order; a table of nothing but labels is put over the table right below it that begins with figures
// and has the same columns.
std::vector<TablePart> joined_headers(std::vector<TablePart> parts, const DocumentWords& words);

}  // namespace muster
