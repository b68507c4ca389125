// Words in an area of a view -> the reading that their alignment suggests: columns from gaps, rows from lines, headers
// from what stands above the body. Edges in the area part columns and rows.
#pragma once

#include <optional>
#include <vector>

#include "extractors/tables/columns.h"
#include "extractors/tables/reading.h"

namespace muster {

// Rows of text and edges of one area. header_lines: how many leading rows are known to be headers (a rule or band parts
// them from the body), -1 where that is to be told.
struct Area {
  std::vector<TextRow> rows;
  std::vector<TextRow> above;  // rows of one chunk right above, nearest last: headings over several columns, or a title
  std::vector<Edge> edges;
  int header_lines = -1;
  std::vector<Shading> shadings;  // of the view: those behind headings show which columns each stands over
};

// None where there are not two columns and two rows.
std::optional<Reading> read_aligned(const std::vector<TableWord>& words, const Area& area);

// The area in parts where columns do not share rows, as a table and a chart beside it; the area itself where they do.
std::vector<Area> parts_side_by_side(const std::vector<TableWord>& words, Area area);

// How many leading rows of text head the columns: those above the first row with values of its own.
size_t count_header_lines(const std::vector<TableWord>& words, const std::vector<TextRow>& rows,
                          const std::vector<TextColumn>& columns, const std::vector<Edge>& edges);

}  // namespace muster
