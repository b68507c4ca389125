// Grids of edges with the words in them -> readings.
#pragma once

#include <optional>
#include <vector>

#include "extractors/tables/grids.h"
#include "extractors/tables/reading.h"

namespace muster {

struct RuledReading {
  std::optional<Reading> table;  // none where the grid is a frame, a chart or a form without two rows and columns of text
  bool drawing = false;          // its lines run through words or are mostly empty: a chart, whose words make no table
};

// The table that a grid's borders draw around the words of the view.
RuledReading read_ruled(const PageView& view, const Grid& grid);

}  // namespace muster
