#include "extractors/tables/stacked_rows.h"

#include <algorithm>

#include "extractors/tables/body_lines.h"
#include "extractors/tables/values.h"

namespace muster {
namespace {

// Cells that share this many baselines, one of them with values only, are rows and not wrapped text.
constexpr size_t least_common_baselines = 2;

// The row's own cells by column; null where a cell from above or from another column covers the place.
std::vector<ReadCell*> cells_of_row(Reading& reading, int row) {
  std::vector<ReadCell*> cells(size_t(reading.cols), nullptr);
  for (ReadCell& c : reading.cells)
    if (c.row == row && c.rowspan == 1) cells[size_t(c.col)] = &c;
  return cells;
}

// Lines of text through the row's cells, each cut into the table's columns.
std::vector<BodyLine> lines_through(const Reading& reading, const std::vector<ReadCell*>& cells) {
  std::vector<size_t> all;
  std::vector<size_t> column(reading.words.size(), 0);
  for (size_t c = 0; c < cells.size(); ++c)
    if (cells[c])
      for (const size_t w : cells[c]->words) {
        all.push_back(w);
        column[w] = c;
      }
  std::vector<BodyLine> lines;
  for (const TextRow& row : text_rows(reading.words, all)) {
    BodyLine line{row.baseline, row.box.y0, row.box.y1, row.size_pt, {}};
    line.cells.resize(cells.size());
    for (const size_t w : row.words()) line.cells[column[w]].push_back(w);
    lines.push_back(std::move(line));
  }
  return lines;
}

// Whether a column has a value on every line that it fills, several of them, and another column shares those lines.
bool has_stacked_values(const Reading& reading, const std::vector<BodyLine>& lines) {
  if (lines.size() < least_common_baselines) return false;
  for (size_t c = 0; c < lines.front().cells.size(); ++c) {
    size_t filled = 0, values = 0, shared = 0;
    for (const BodyLine& line : lines) {
      if (line.cells[c].empty()) continue;
      ++filled;
      values += is_value(text_of(reading.words, line.cells[c]));
      shared += std::any_of(line.cells.begin(), line.cells.end(), [&](const auto& o) { return &o != &line.cells[c] && !o.empty(); });
    }
    if (values >= least_common_baselines && values == filled && shared >= least_common_baselines) return true;
  }
  return false;
}

// Moves everything below the row down and cuts the row into the groups of lines.
void cut_row(Reading& reading, int row, const std::vector<BodyLine>& lines, const std::vector<std::vector<size_t>>& groups) {
  const int more = int(groups.size()) - 1;
  std::vector<ReadCell> pieces;
  for (ReadCell& c : reading.cells) {
    if (c.row > row) c.row += more;
    else if (c.row + c.rowspan - 1 > row || (c.row + c.rowspan - 1 == row && c.rowspan > 1)) c.rowspan += more;
    else if (c.row == row) {
      for (size_t g = 0; g < groups.size(); ++g) {
        ReadCell piece{row + int(g), c.col, 1, c.colspan};
        for (const size_t i : groups[g])
          piece.words.insert(piece.words.end(), lines[i].cells[size_t(c.col)].begin(), lines[i].cells[size_t(c.col)].end());
        pieces.push_back(std::move(piece));
      }
      c.rowspan = 0;
    }
  }
  std::erase_if(reading.cells, [](const ReadCell& c) { return c.rowspan == 0; });
  reading.cells.insert(reading.cells.end(), pieces.begin(), pieces.end());
  reading.rows += more;
}

}  // namespace

int cut_stacked_rows(Reading& reading) {
  int cut = 0;
  for (int row = reading.rows - 1; row >= 0; --row) {
    const auto cells = cells_of_row(reading, row);
    const std::vector<BodyLine> lines = lines_through(reading, cells);
    if (!has_stacked_values(reading, lines)) continue;
    const auto groups = rows_of_lines(reading.words, lines, {});
    if (groups.size() < 2) continue;
    cut_row(reading, row, lines, groups);
    ++cut;
  }
  return cut;
}

}  // namespace muster
