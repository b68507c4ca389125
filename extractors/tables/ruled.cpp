#include "extractors/tables/ruled.h"

#include <algorithm>

#include "extractors/tables/glyph_words.h"
#include "extractors/tables/judge.h"
#include "extractors/tables/open_columns.h"
#include "extractors/tables/open_headers.h"
#include "extractors/tables/stacked_rows.h"

namespace muster {
namespace {

// A word is cut by a border that leaves at least this part of it on either side.
constexpr float cut_share = 0.25f;
// A grid where more words than this are cut by borders is a chart or a drawing over text.
constexpr double most_cut_words = 0.12;
// A grid with less of its rows and columns filled is the frame and the scale of a chart.
constexpr double least_used_share = 0.4;
// A grid with fewer rows and columns is no drawing, whatever it cuts.
constexpr int least_lines_of_drawing = 8;
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

// The words in the grid's box, those that run through a vertical border cut there (and counted).
std::vector<TableWord> words_within(const PageView& view, const Grid& grid, size_t& cut) {
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
      ++cut;
    }
  }
  return words;
}

// Words that a border runs through.
size_t cut_words(const std::vector<TableWord>& words, const Grid& grid) {
  size_t cut = 0;
  for (const TableWord& word : words)
    cut += std::any_of(grid.edges.begin(), grid.edges.end(), [&](const Edge& e) {
      return cut_by(e, word) && (e.horizontal || (e.at > word.box.x0 + cut_share * word.box.width() &&
                                                  e.at < word.box.x1 - cut_share * word.box.width()));
    });
  return cut;
}

bool mostly_upright(const std::vector<TableWord>& words) {
  return 2 * std::count_if(words.begin(), words.end(), [](const TableWord& w) { return w.turn == 0; }) > long(words.size());
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

RuledReading read_ruled(const PageView& view, const Grid& grid) {
  if (grid.rows() < 1 || grid.cols() < 2 || grid.cells.size() < 3) return {};
  Reading reading{.method = TableMethod::ruled, .rows = grid.rows(), .cols = grid.cols(), .box = grid.box()};
  size_t cut_apart = 0;
  reading.words = words_within(view, grid, cut_apart);
  if (reading.words.empty() || !mostly_upright(reading.words)) return {};
  const bool many_lines = grid.rows() + grid.cols() >= least_lines_of_drawing;
  const double cut = double(cut_apart + cut_words(reading.words, grid)) / double(reading.words.size());
  if (cut > most_cut_words) return {std::nullopt, many_lines};
  place_words(grid, reading);
  const int cut_cells = cut_open_columns(reading, grid);
  const int cut_headers = cut_open_headers(reading, grid);
  const int cut_rows = cut_stacked_rows(reading);
  const int added_rows = reading.rows - grid.rows();
  tidy(reading);
  const int lines_with_text = reading.rows - added_rows + reading.cols;
  if (lines_with_text < least_used_share * double(grid.rows() + grid.cols())) return {std::nullopt, many_lines};
  if (reading.rows < 2 || reading.cols < 2 || filled_cells(reading) < 4) return {};
  reading.score = std::max(0.0, 1 - 2 * cut - smear_weight * smeared_share(reading));
  reading.evidence = "borders";
  if (cut_cells) reading.evidence += "; columns of open rows from lines drawn elsewhere in the grid";
  if (cut_headers) reading.evidence += "; headings over headings in one bordered row";
  if (cut_rows) reading.evidence += "; rows without borders from common baselines";
  return {std::move(reading), false};
}

}  // namespace muster
