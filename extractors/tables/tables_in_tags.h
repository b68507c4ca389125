// Table elements of markup -> Table: the grid by the HTML table model (rowspan, colspan, row groups), then cell kinds.
#pragma once

#include <vector>

#include "extractors/read/document_words.h"
#include "extractors/read/tag_tree.h"
#include "schemas/diagnostic.h"
#include "schemas/table.h"

namespace muster {

// A data table in a cell of another; outermost ones only.
struct NestedTable {
  int tag = -1;
  int row = -1, col = -1;  // the cell
  int lines = 0;           // of the cell's text that stand before it
};

struct TaggedTable {
  Table table;                      // text of nested data tables is left out of its cells
  std::vector<NestedTable> nested;
};

// One data table (see data_tables.h). Spans that would pass Limits::table_cells are cut, with a diagnostic.
TaggedTable table_in_tags(const TagTree& tree, int table, const DocumentWords& words, Diagnostics& diagnostics);

}  // namespace muster
