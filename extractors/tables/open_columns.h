// Ruled tables often draw columns in the header alone: the body's rows are then one cell each. Such cells are cut where the
// grid's own vertical lines pass between their words.
#pragma once

#include "extractors/tables/grids.h"
#include "extractors/tables/reading.h"

namespace muster {

// Cuts cells over several columns whose words stand in more than one of them; returns how many were cut. The reading's
// columns must still be the grid's.
int cut_open_columns(Reading& reading, const Grid& grid);

}  // namespace muster
