#include <algorithm>

#include "extractors/layout/line_labels.h"
#include "extractors/tables/grids_in_lines.h"
#include "schemas/text.h"

namespace muster {
namespace {

// Columns are parted by at least so many blanks: one blank parts words, two may follow a full stop.
constexpr size_t narrowest_gutter_columns = 2;
// Gutters are looked for in the first columns of a line only; printed lines are not wider.
constexpr size_t widest_line_columns = 400;
constexpr size_t fewest_rows = 2;

// Bytes that begin a code point are columns; the text is taken as if each took one place.
std::vector<size_t> column_starts(std::string_view text) {
  std::vector<size_t> starts;
  for (size_t i = 0; i < text.size() && starts.size() < widest_line_columns; ++i)
    if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) starts.push_back(i);
  return starts;
}

// Columns (from, to) of print that are parted by gutters running through all lines.
std::vector<std::pair<size_t, size_t>> printed_columns(const std::vector<TextLine>& lines, size_t first, size_t last) {
  std::vector<bool> printed(widest_line_columns);
  for (size_t i = first; i <= last; ++i) {
    const std::vector<size_t> starts = column_starts(lines[i].text);
    for (size_t c = 0; c < starts.size(); ++c)
      if (lines[i].text[starts[c]] != ' ') printed[c] = true;
  }
  std::vector<std::pair<size_t, size_t>> columns;
  for (size_t c = 0; c < printed.size(); ++c) {
    if (!printed[c]) continue;
    if (!columns.empty() && c < columns.back().second + narrowest_gutter_columns) columns.back().second = c + 1;
    else columns.emplace_back(c, c + 1);
  }
  return columns;
}

FlatRow cut_row(const TextLine& line, const std::vector<std::pair<size_t, size_t>>& columns) {
  const std::vector<size_t> starts = column_starts(line.text);
  FlatRow row;
  row.line = line.number;
  for (size_t k = 0; k < columns.size(); ++k) {
    const size_t from = columns[k].first, to = k + 1 < columns.size() ? columns[k + 1].first : widest_line_columns;
    const size_t begin = from < starts.size() ? starts[from] : line.text.size();
    const size_t end = to < starts.size() ? starts[to] : line.text.size();
    row.cells.push_back(make_cell(std::string_view(line.text).substr(begin, end - begin), line.number, static_cast<int>(from) + 1));
  }
  row.printed_cells = row.cells.size();
  return row;
}

// "From:   The Clerk", "\u2022   an item": keys or bullets with their text, no table.
bool are_labelled_lines(const FlatGrid& grid) {
  return std::all_of(grid.rows.begin(), grid.rows.end(), [](const FlatRow& row) {
    const std::string& front = row.cells[0].text;
    return front.empty() || front.ends_with(':') || split_label(front).text.empty();
  });
}

}  // namespace

// Words run together by more than one blank, as a row of aligned cells is.
bool may_be_aligned_row(std::string_view text) {
  if (text.find('\t') != std::string_view::npos) return false;
  const std::string_view t = trimmed(text);
  for (size_t gap = t.find("  "); gap != std::string_view::npos; gap = t.find("  ", gap + 2))
    if (gap > 0 && std::string_view(".?!:").find(t[gap - 1]) == std::string_view::npos) return true;
  return false;
}

std::optional<FlatGrid> blank_aligned_grid_at(const std::vector<TextLine>& lines, size_t first) {
  size_t last = first;
  while (last < lines.size() && may_be_aligned_row(lines[last].text)) ++last;
  if (last - first < fewest_rows) return std::nullopt;
  --last;
  const auto columns = printed_columns(lines, first, last);
  if (columns.size() < 2) return std::nullopt;
  FlatGrid grid;
  grid.first = first;
  grid.last = last;
  grid.evidence = "cells aligned by blanks";
  size_t full_rows = 0;
  for (size_t i = first; i <= last; ++i) {
    grid.rows.push_back(cut_row(lines[i], columns));
    full_rows += filled_cells(grid.rows.back()) >= 2;
  }
  if (full_rows * 2 < grid.rows.size() || full_rows < fewest_rows || are_labelled_lines(grid)) return std::nullopt;
  grid.columns_uncertain = true;  // words without figures: where a column begins is a guess from blanks alone
  return grid;
}

}  // namespace muster
