// Tables of a plain text -> Table (method flat): told from tabs, pipes, aligned blanks, or one cell a line. A chain of named
// steps over a FlatGrid (see flat_grid.h), each in its own file.
#pragma once

#include <cstddef>
#include <vector>

#include "extractors/read/document_words.h"
#include "schemas/diagnostic.h"
#include "schemas/document.h"
#include "schemas/table.h"

namespace muster {

// A table and the lines it takes up, first to last inclusive, as indices in the lines given. A title or note that stands in
// lines of its own is copied into the Table, and its lines are not taken.
struct TableInLines {
  size_t first = 0, last = 0;
  Table table;
};

// In reading order, never overlapping; ids are left to the caller.
std::vector<TableInLines> find_tables_in_lines(const std::vector<TextLine>& lines, const DocumentWords& words, Diagnostics& diagnostics);

}  // namespace muster
