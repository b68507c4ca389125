// A header of two levels in one ruled row: "In post" over "FTE" and "Headcount" with a border around all three. Such a row
// is cut under the heading that spans.
#pragma once

#include "extractors/tables/grids.h"
#include "extractors/tables/reading.h"

namespace muster {

// Cuts rows with cells over several columns whose first lines span and whose last lines stand in single columns; returns
// how many were cut. The reading's columns must still be the grid's.
int cut_open_headers(Reading& reading, const Grid& grid);

}  // namespace muster
