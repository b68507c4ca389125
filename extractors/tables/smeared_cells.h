// Cells of a column that slid against its rows: the words of the last rows stand one line too high or too low.
#pragma once

#include "extractors/tables/flat_grid.h"
#include "schemas/diagnostic.h"

namespace muster {

// Where most cells of a column have one shape ("value (value)") and the cells of some rows do not, but their words in order
// make whole cells of that shape, one for each row, the grid gets a rival reading with those cells. A line that holds nothing
// but half a row label and a piece of that column joins the next row. The cells as printed stay the first reading, marked
// damaged; each gets a diagnostic cells_smeared. No word is changed, added or lost.
void read_smeared_cells(FlatGrid& grid, Diagnostics& diagnostics);

}  // namespace muster
