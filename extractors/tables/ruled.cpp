#include "extractors/tables/ruled.h"

#include <algorithm>

#include "extractors/tables/glyph_words.h"
#include "extractors/tables/open_columns.h"
#include "extractors/tables/stacked_rows.h"

namespace muster {
namespace {

// A word is cut by a border that leaves at least this part of it on either side.
constexpr float cut_share = 0.25f;
// A grid where more words than this are cut by borders is a chart or a drawing over text.
constexpr double most_cut_words = 0.12;
// Words reach this far over the grid's outer border and still belong to it.
constexpr float outer_reach_pt = 1.5f;

bool within(const Box& box, const TableWord& word) {
  return word.box.center_x() > box.x0 - outer_reach_pt && word.box.center_x() < box.x1 + outer_reach_pt &&
         word.box.center_y() > box.y0 - outer_reach_pt && word.box.center_y() < box.y1 + outer_reach_pt;
}

bool cut_by(const Edge& e, const TableWord& w) {
  if (e.horizontal)
    return e.begin < w.box.center_x() && w.box.center_x() < e.end && e.at > w.box.y0 + cut_share * w.box.height() &&
           e.at < w.box.y1 - cut_share * w.box.height();
  return e.begin < w.box.center_y() && w.box.center_y() < e.end && e.at > w.box.x0 && e.at < w.box.x1;
}

// The words in the grid's box, those that run through a vertical border cut there.
std::vector<TableWord> words_within(const PageView& view, const Grid& grid) {
  std::vector<TableWord> words;
  for (const TableWord& word : view.words) {
    if (!within(grid.box(), word)) continue;
    words.push_back(word);
    for (const Edge& e : grid.edges) {
      if (e.horizontal || !cut_by(e, words.back())) continue;
      auto [left, right] = cut_at(words.back(), e.at);
      if (right.text.empty()) continue;
      words.back() = std::move(left);
      words.push_back(std::move(right));
    }
  }
  return words;
}

double cut_words(const std::vector<TableWord>& words, const Grid& grid) {
  size_t cut = 0;
  for (const TableWord& word : words)
    cut += std::any_of(grid.edges.begin(), grid.edges.end(), [&](const Edge& e) {
      return cut_by(e, word) && (e.horizontal || (e.at > word.box.x0 + cut_share * word.box.width() &&
                                                  e.at < word.box.x1 - cut_share * word.box.width()));
    });
  return words.empty() ? 1 : double(cut) / double(words.size());
}

int line_index(const std::vector<float>& lines, float at) {
  const auto after = std::upper_bound(lines.begin(), lines.end(), at);
  return std::clamp(int(after - lines.begin()) - 1, 0, int(lines.size()) - 2);
}

void place_words(const Grid& grid, Reading& reading) {
  std::vector<size_t> cell_at(size_t(grid.rows()) * size_t(grid.cols()));
  for (size_t i = 0; i < grid.cells.size(); ++i) {
    const GridCell& c = grid.cells[i];
    reading.cells.push_back({c.row, c.col, c.rowspan, c.colspan, grid.box_of(c)});
    for (int r = c.row; r < c.row + c.rowspan; ++r)
      for (int k = c.col; k < c.col + c.colspan; ++k) cell_at[size_t(r * grid.cols() + k)] = i;
  }
  for (size_t w = 0; w < reading.words.size(); ++w) {
    const Box& box = reading.words[w].box;
    const int row = line_index(grid.ys, box.center_y()), col = line_index(grid.xs, box.center_x());
    reading.cells[cell_at[size_t(row * grid.cols() + col)]].words.push_back(w);
  }
}

size_t filled_cells(const Reading& reading) {
  return size_t(std::count_if(reading.cells.begin(), reading.cells.end(), [](const ReadCell& c) { return !c.blank(); }));
}

}  // namespace

std::optional<Reading> read_ruled(const PageView& view, const Grid& grid) {
  if (grid.rows() < 1 || grid.cols() < 2 || grid.cells.size() < 3) return std::nullopt;
  Reading reading{.method = TableMethod::ruled, .box = grid.box()};
  reading.words = words_within(view, grid);
  const double cut = cut_words(reading.words, grid);
  if (cut > most_cut_words) return std::nullopt;
  reading.rows = grid.rows();
  reading.cols = grid.cols();
  place_words(grid, reading);
  const int cut_cells = cut_open_columns(reading, grid);
  const int cut_rows = cut_stacked_rows(reading);
  tidy(reading);
  if (reading.rows < 2 || reading.cols < 2 || filled_cells(reading) < 4) return std::nullopt;
  reading.score = 1 - 2 * cut;
  reading.evidence = "borders";
  if (cut_cells) reading.evidence += "; columns of open rows from lines drawn elsewhere in the grid";
  if (cut_rows) reading.evidence += "; rows without borders from common baselines";
  return reading;
}

}  // namespace muster
