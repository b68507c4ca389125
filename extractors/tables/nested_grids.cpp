#include "extractors/tables/nested_grids.h"

#include <algorithm>

namespace muster {
namespace {

// Rows of the outer table have a label and one cell; more filled cells belong to an inner table.
constexpr size_t outer_cells = 2;

bool has_inner_cells(const FlatRow& row) { return filled_cells(row, 1) >= outer_cells; }

// Rows [first, last) of an inner table whose header stands beside the outer label in row `first`; empty when there is none.
size_t inner_end(const FlatGrid& grid, size_t first) {
  const FlatRow& header = grid.rows[first];
  if (!is_filled(header.cells[0]) || !has_inner_cells(header)) return first;
  for (size_t c = 1; c < header.cells.size(); ++c)
    if (is_figure(header.cells[c].text)) return first;
  size_t end = first + 1;
  while (end < grid.rows.size() && !is_filled(grid.rows[end].cells[0]) && has_inner_cells(grid.rows[end])) ++end;
  return end > first + 1 ? end : first;
}

FlatGrid part_of(const FlatGrid& grid, size_t begin, size_t end) {
  FlatGrid part;
  part.evidence = grid.evidence;
  part.is_part = true;
  part.rows.assign(grid.rows.begin() + static_cast<long>(begin), grid.rows.begin() + static_cast<long>(end));
  part.first = part.rows.front().index;
  part.last = part.rows.back().index;
  return part;
}

// The outer table has no columns of its own beyond label and cell: most of its rows fill no more.
bool is_layout_grid(const FlatGrid& grid) {
  size_t outer = 0, labelled = 0;
  for (const FlatRow& row : grid.rows) {
    labelled += is_filled(row.cells[0]);
    outer += is_filled(row.cells[0]) && filled_cells(row) <= outer_cells;
  }
  return columns_of(grid) > outer_cells && labelled > 0 && outer * 2 > labelled;
}

}  // namespace

std::vector<FlatGrid> split_nested_grids(FlatGrid grid) {
  std::vector<FlatGrid> parts;
  size_t begin = 0;
  for (size_t r = 0; is_layout_grid(grid) && r < grid.rows.size(); ++r) {
    const size_t end = inner_end(grid, r);
    if (end == r) continue;
    FlatGrid inner = part_of(grid, r, end);
    for (FlatRow& row : inner.rows) row.cells[0] = FlatCell{};
    inner.first = grid.rows[r + 1].index;
    inner.evidence += "; within a cell of another table";
    FlatGrid upper = part_of(grid, begin, r + 1);
    for (size_t c = 1; c < columns_of(upper); ++c) upper.rows.back().cells[c] = FlatCell{};
    parts.push_back(std::move(upper));
    parts.push_back(std::move(inner));
    begin = end;
    r = end - 1;
  }
  if (begin == 0) parts.push_back(std::move(grid));
  else if (begin < grid.rows.size()) parts.push_back(part_of(grid, begin, grid.rows.size()));
  return parts;
}

}  // namespace muster
