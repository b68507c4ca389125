#include "extractors/tables/open_columns.h"

#include <algorithm>
#include <map>

#include "extractors/tables/text_rows.h"

namespace muster {
namespace {

// A chunk reaches over a line when it has more than this on both sides of it.
constexpr float crossing_pt = 1.5f;

std::vector<Chunk> chunks_of(const Reading& reading, const ReadCell& cell) {
  std::vector<Chunk> chunks;
  for (const TextRow& row : text_rows(reading.words, cell.words)) chunks.insert(chunks.end(), row.chunks.begin(), row.chunks.end());
  return chunks;
}

size_t grid_column(const Grid& grid, float x) {
  const auto after = std::upper_bound(grid.xs.begin(), grid.xs.end(), x);
  return size_t(std::clamp<long>(after - grid.xs.begin() - 1, 0, grid.cols() - 1));
}

bool in_several_columns(const std::vector<Chunk>& chunks, const Grid& grid) {
  return std::any_of(chunks.begin(), chunks.end(), [&](const Chunk& chunk) {
    return grid_column(grid, chunk.box.center_x()) != grid_column(grid, chunks.front().box.center_x());
  });
}

bool crosses(const Chunk& chunk, float x) { return chunk.box.x0 < x - crossing_pt && chunk.box.x1 > x + crossing_pt; }

// The cell in parts at the inner lines that none of its chunks crosses.
std::vector<ReadCell> parts_of(const Reading& reading, const ReadCell& cell, const std::vector<Chunk>& chunks, const Grid& grid) {
  std::vector<ReadCell> parts{{cell.row, cell.col, cell.rowspan, 1}};
  for (int col = cell.col + 1; col < cell.col + cell.colspan; ++col) {
    const float x = grid.xs[size_t(col)];
    const bool crossed = std::any_of(chunks.begin(), chunks.end(), [&](const Chunk& c) { return crosses(c, x); });
    if (crossed) ++parts.back().colspan;
    else parts.push_back({cell.row, col, cell.rowspan, 1});
  }
  for (ReadCell& part : parts) part.box = {grid.xs[size_t(part.col)], cell.box.y0, grid.xs[size_t(part.col + part.colspan)], cell.box.y1};
  for (const size_t w : cell.words) {
    const float x = reading.words[w].box.center_x();
    const auto part = std::find_if(parts.begin(), parts.end(), [&](const ReadCell& p) { return x < p.box.x1; });
    (part == parts.end() ? parts.back() : *part).words.push_back(w);
  }
  return parts;
}

}  // namespace

int cut_open_columns(Reading& reading, const Grid& grid) {
  using Extent = std::pair<int, int>;
  std::map<Extent, std::pair<int, int>> several_of_filled;  // by column and span: cells over several columns, cells with text
  std::vector<std::vector<Chunk>> chunks;
  for (const ReadCell& c : reading.cells) {
    chunks.push_back(c.colspan > 1 ? chunks_of(reading, c) : std::vector<Chunk>{});
    if (c.colspan < 2 || c.blank()) continue;
    auto& [several, filled] = several_of_filled[{c.col, c.colspan}];
    several += in_several_columns(chunks.back(), grid);
    ++filled;
  }
  std::vector<ReadCell> cells;
  int cut = 0;
  for (size_t i = 0; i < reading.cells.size(); ++i) {
    const ReadCell& c = reading.cells[i];
    const auto [several, filled] = several_of_filled[{c.col, c.colspan}];
    const bool open = c.colspan > 1 && (in_several_columns(chunks[i], grid) || 2 * several > filled);
    const auto parts = open ? parts_of(reading, c, chunks[i], grid) : std::vector<ReadCell>{c};
    cells.insert(cells.end(), parts.begin(), parts.end());
    cut += parts.size() > 1;
  }
  reading.cells = std::move(cells);
  return cut;
}

}  // namespace muster
