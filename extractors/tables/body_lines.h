// Lines of a table's body -> rows: a wrapped label or text joins the line that it belongs to, a section's name and a line
// with values of its own stay apart.
#pragma once

#include <vector>

#include "extractors/tables/columns.h"

namespace muster {

// One line of text cut into the columns of its table.
struct BodyLine {
  float baseline = 0, top = 0, bottom = 0, size_pt = 0;
  std::vector<std::vector<size_t>> cells;  // words by column
  bool across = false;                     // one text in the middle of the whole table: it names the rows below
};

BodyLine body_line(const std::vector<TableWord>& words, const TextRow& row, const std::vector<TextColumn>& columns);

// Groups of consecutive lines that are one row each; indices into lines, in order. Horizontal edges part rows; where every
// two rows of values have an edge between them, lines without one are one row.
std::vector<std::vector<size_t>> rows_of_lines(const std::vector<TableWord>& words, const std::vector<BodyLine>& lines,
                                               const std::vector<Edge>& edges);

}  // namespace muster
