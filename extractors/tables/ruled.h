// Grids of edges with the words in them -> readings.
#pragma once

#include <optional>
#include <vector>

#include "extractors/tables/grids.h"
#include "extractors/tables/reading.h"

namespace muster {

// The table that a grid's borders draw around the words of the view; none where the grid is a frame, a chart or a form
// without two rows and two columns of text.
std::optional<Reading> read_ruled(const PageView& view, const Grid& grid);

}  // namespace muster
