// A table that runs over several pages is one table: parts at the foot of one page and at the head of the next, with the
// same columns and no title in between.
#pragma once

#include <vector>

#include "extractors/tables/type_cells.h"
#include "schemas/table.h"

namespace muster {

// A table on its page, with what tells whether it may go on. Its cells are not typed yet.
struct TablePart {
  Table table;
  std::vector<CellLook> looks;  // parallel to table.cells
  bool ends_page = false;    // no text of the page's own below it
  bool begins_page = false;  // none above it
};

// Tables in order, parts joined. A header that is printed again is left out; every page's part stays in Table::parts.
std::vector<TablePart> joined_pages(std::vector<TablePart> parts);

}  // namespace muster
