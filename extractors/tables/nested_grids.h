// A table within the cell of a table, as text keeps it: its rows go on below with the outer label blank.
#pragma once

#include <vector>

#include "extractors/tables/flat_grid.h"

namespace muster {

// Cuts a grid whose rows hold a label and one cell (a question and its answer) around rows that hold a table of their own:
// the upper part with the label's row, the inner table, the lower part. A grid without inner tables comes back alone.
std::vector<FlatGrid> split_nested_grids(FlatGrid grid);

}  // namespace muster
