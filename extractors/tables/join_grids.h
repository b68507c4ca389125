// Grids that a blank line, a page break or lines of text within a cell cut in two.
#pragma once

#include <vector>

#include "extractors/read/document_words.h"
#include "extractors/tables/flat_grid.h"
#include "schemas/document.h"

namespace muster {

// Joins neighbours with the same columns when the second repeats the first's header (it goes) or has none of its own, and when
// the second goes on with the numbered rows of the first; what stands between those belongs to the last row's longest cell.
std::vector<FlatGrid> join_cut_grids(std::vector<FlatGrid> grids, const std::vector<TextLine>& lines, const DocumentWords& words);

}  // namespace muster
