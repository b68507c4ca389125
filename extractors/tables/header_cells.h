// Lines above a table's body -> header cells on one or more levels: a heading over several columns spans them, the lines
// of one heading are one cell.
#pragma once

#include <vector>

#include "extractors/tables/columns.h"
#include "extractors/tables/heading_spans.h"
#include "extractors/tables/reading.h"

namespace muster {

struct HeaderCells {
  int rows = 0;
  std::vector<ReadCell> cells;  // header_level is the row
};

HeaderCells header_cells(const std::vector<TableWord>& words, const std::vector<TextRow>& lines,
                         const std::vector<TextColumn>& columns, const HeaderGround& ground);

}  // namespace muster
