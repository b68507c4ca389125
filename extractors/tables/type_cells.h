// Header rows, stub columns, section rows and totals of a table, told from the words of its cells and from what the source
// says of them. No geometry: markup, ruled, aligned and flat tables all pass through here.
#pragma once

#include <vector>

#include "extractors/read/document_words.h"
#include "schemas/table.h"

namespace muster {

// What the source shows or declares of a cell.
struct CellLook {
  bool column_header = false;  // declared: <th> over data, in <thead>, PDF TH with Scope Column
  bool row_header = false;     // declared: <th scope=row>, PDF TH with Scope Row
  bool bold = false;           // all its words
};

// Fills in Cell::kind and header_level, Table::header_rows and stub_cols, and moves notes that stand in rows of their own at
// the table's end to Table::notes too (their cells stay, as `section`). `looks` is parallel to table.cells, or empty.
// Expects rows, cols, cells (every place covered once, blanks present) to be set.
void type_cells(Table& table, const std::vector<CellLook>& looks, const DocumentWords& words);

}  // namespace muster
