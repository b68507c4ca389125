#include "extractors/tables/open_headers.h"

#include <algorithm>

#include "extractors/tables/text_rows.h"

namespace muster {
namespace {

// A chunk reaches over a line when it has more than this on both sides of it.
constexpr float crossing_pt = 1.5f;

bool crosses_any(const Grid& grid, const ReadCell& cell, const Chunk& chunk) {
  for (int col = cell.col + 1; col < cell.col + cell.colspan; ++col) {
    const float x = grid.xs[size_t(col)];
    if (chunk.box.x0 < x - crossing_pt && chunk.box.x1 > x + crossing_pt) return true;
  }
  return false;
}

// The height under the spanning lines; 0 where the cell is no heading over headings.
float height_of_cut(const Reading& reading, const Grid& grid, const ReadCell& cell) {
  if (cell.colspan < 2 || cell.rowspan > 1) return 0;
  const auto rows = text_rows(reading.words, cell.words);
  size_t spanning = 0;
  while (spanning < rows.size() && rows[spanning].chunks.size() == 1) ++spanning;
  if (spanning == 0 || spanning == rows.size()) return 0;
  for (size_t i = spanning; i < rows.size(); ++i)
    for (const Chunk& chunk : rows[i].chunks)
      if (crosses_any(grid, cell, chunk)) return 0;
  return (rows[spanning - 1].baseline + rows[spanning].box.y0) / 2;
}

void add_leaves(const Reading& reading, const Grid& grid, const ReadCell& cell, float cut, std::vector<ReadCell>& cells) {
  ReadCell heading = cell;
  heading.words.clear();
  heading.box.y1 = cut;
  std::vector<ReadCell> leaves;
  for (int col = cell.col; col < cell.col + cell.colspan; ++col)
    leaves.push_back({cell.row + 1, col, 1, 1, {grid.xs[size_t(col)], cut, grid.xs[size_t(col) + 1], cell.box.y1}});
  for (const size_t w : cell.words) {
    const Box& box = reading.words[w].box;
    if (box.center_y() < cut) {
      heading.words.push_back(w);
      continue;
    }
    const auto leaf = std::find_if(leaves.begin(), leaves.end(), [&](const ReadCell& c) { return box.center_x() < c.box.x1; });
    (leaf == leaves.end() ? leaves.back() : *leaf).words.push_back(w);
  }
  cells.push_back(std::move(heading));
  cells.insert(cells.end(), leaves.begin(), leaves.end());
}

void cut_row(Reading& reading, const Grid& grid, int row) {
  std::vector<ReadCell> cells;
  for (ReadCell& c : reading.cells) {
    if (c.row > row) {
      ++c.row;
    } else if (c.row + c.rowspan > row) {
      const float cut = c.row == row ? height_of_cut(reading, grid, c) : 0;
      if (cut > 0) {
        add_leaves(reading, grid, c, cut, cells);
        continue;
      }
      ++c.rowspan;
    }
    cells.push_back(std::move(c));
  }
  reading.cells = std::move(cells);
  ++reading.rows;
}

}  // namespace

int cut_open_headers(Reading& reading, const Grid& grid) {
  int cut = 0;
  for (int row = reading.rows - 1; row >= 0; --row) {
    const bool open = std::any_of(reading.cells.begin(), reading.cells.end(), [&](const ReadCell& c) {
      return c.row == row && height_of_cut(reading, grid, c) > 0;
    });
    if (!open) continue;
    cut_row(reading, grid, row);
    ++cut;
  }
  return cut;
}

}  // namespace muster
