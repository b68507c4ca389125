// A worksheet cut into what a reader sees on it: lines of text (titles, notes) and tables, told apart at blank rows and columns.
#pragma once

#include <vector>

#include "extractors/office/sheet.h"

namespace muster {

struct SheetPiece {
  bool table = false;                    // else each cell is a line of its own
  std::vector<const SheetCell*> cells;   // by row, then column
};

// In reading order: from the top, side by side from the left. Rows of one filled cell above a table are its titles, lines of
// prose below it its notes. A part below a blank row that has figures but no header of its own belongs to the table above.
std::vector<SheetPiece> sheet_pieces(const Sheet& sheet);

}  // namespace muster
