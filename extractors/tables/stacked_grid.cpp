// A table flattened to one cell a line without any mark: first the headers of its columns, then row after row.
#include <algorithm>
#include <array>
#include <string>

#include "extractors/layout/line_labels.h"
#include "extractors/tables/grids_in_lines.h"
#include "schemas/text.h"

namespace muster {
namespace {

constexpr size_t longest_cell_bytes = 60;
constexpr size_t most_columns = 20;
constexpr size_t most_rows = 1'000;
// Without a period to begin each row, so many rows of equal length make a table.
constexpr size_t fewest_rows = 2;
constexpr size_t fewest_rows_of_one_value = 3;

// Words that head a column of periods.
constexpr std::array time_words = {"year", "month", "quarter", "date", "period", "financial year", "calendar year", "academic year"};

bool is_short(std::string_view text) { return !text.empty() && text.size() <= longest_cell_bytes && text.find('\t') == std::string_view::npos; }

bool is_header(std::string_view text) {
  return is_short(text) && !is_figure(text) && std::string_view(".?!:;").find(text.back()) == std::string_view::npos &&
         split_label(text).label.empty();
}

bool is_time_header(std::string_view text) {
  return std::find(time_words.begin(), time_words.end(), ascii_lower(text)) != time_words.end();
}

// The short lines from `first` on, as far as they are asked for: nothing is read ahead.
struct Stack {
  const std::vector<TextLine>& lines;
  size_t first = 0;

  bool has(size_t i) const { return first + i < lines.size() && is_short(trimmed(lines[first + i].text)); }
  std::string_view cell(size_t i) const { return trimmed(lines[first + i].text); }
  int number(size_t i) const { return lines[first + i].number; }
};

// Where two cells run together within a line ("9.5%Children's", "15.6%Not held"): a figure directly before a capital.
size_t glued_at(std::string_view text) {
  for (size_t i = 1; i + 1 < text.size(); ++i) {
    const bool figure_ends = is_digit(text[i - 1]) || text[i - 1] == '%' || text[i - 1] == ')';
    const bool word_begins = text[i] >= 'A' && text[i] <= 'Z' && text[i + 1] >= 'a' && text[i + 1] <= 'z';
    if (figure_ends && word_begins) return i;
  }
  return 0;
}

std::string key_of(std::string_view piece) { return ascii_lower(piece.substr(0, piece.find(' '))); }

bool has_digit(std::string_view text) { return std::any_of(text.begin(), text.end(), is_digit); }

// Lines of one row -> its cells, where a cell may hold several lines ("Children's 11%", "Adults 6%"): a new cell begins where two
// run together, where the first word of a line has already been in the cell, and around words without a figure.
FlatRow cells_of_row(const Stack& stack, size_t begin, size_t end) {
  FlatRow row;
  row.line = stack.number(begin);
  std::vector<std::string> keys;
  bool new_cell = true;
  for (size_t i = begin; i < end; ++i) {
    const int number = stack.number(i);
    std::string_view rest = stack.cell(i);
    while (!rest.empty()) {
      const size_t cut = glued_at(rest);
      const std::string_view piece = trimmed(cut ? rest.substr(0, cut) : rest);
      const std::string key = key_of(piece);
      if (!has_digit(piece) || std::find(keys.begin(), keys.end(), key) != keys.end()) new_cell = true;
      if (new_cell) keys.clear();
      keys.push_back(key);
      if (new_cell) row.cells.push_back(make_cell(piece, number, 1));
      else append_cell(row.cells.back(), make_cell(piece, number, 1), "\n");
      new_cell = cut > 0 || !has_digit(piece);
      rest = cut ? rest.substr(cut) : std::string_view();
    }
  }
  return row;
}

FlatRow plain_row(const Stack& stack, size_t begin, size_t end) {
  FlatRow row;
  row.line = stack.number(begin);
  for (size_t i = begin; i < end; ++i) row.cells.push_back(make_cell(stack.cell(i), stack.number(i), 1));
  row.printed_cells = row.cells.size();
  return row;
}

FlatGrid grid_with_header(const Stack& stack, size_t columns) {
  FlatGrid grid;
  grid.first = stack.first;
  grid.evidence = "one cell a line, headers first";
  grid.rows.push_back(plain_row(stack, 0, columns));
  grid.header_rows = 1;
  grid.ruled_header = true;
  return grid;
}

// Headers that begin with a word for time, then rows that each begin with a period.
std::optional<FlatGrid> rows_of_periods(const Stack& stack) {
  size_t columns = 1;
  while (columns <= most_columns && stack.has(columns) && is_header(stack.cell(columns)) && !is_period(stack.cell(columns))) ++columns;
  if (columns < 2 || !stack.has(columns)) return std::nullopt;
  FlatGrid grid = grid_with_header(stack, columns);
  for (size_t begin = columns; stack.has(begin) && is_period(stack.cell(begin)) && grid.rows.size() < most_rows;) {
    size_t end = begin + 1;
    while (stack.has(end) && !is_period(stack.cell(end))) ++end;
    if (end == begin + 1) break;  // a period without anything: a form to fill in
    FlatRow row = plain_row(stack, begin, begin + 1);
    const bool one_cell_a_line = end - begin == columns;
    const FlatRow rest = one_cell_a_line ? plain_row(stack, begin + 1, end) : cells_of_row(stack, begin + 1, end);
    row.cells.insert(row.cells.end(), rest.cells.begin(), rest.cells.end());
    row.printed_cells = row.cells.size();
    grid.columns_uncertain = grid.columns_uncertain || row.cells.size() != columns;
    grid.last = stack.first + end - 1;
    grid.rows.push_back(std::move(row));
    begin = end;
  }
  if (grid.rows.size() < 2) return std::nullopt;
  return grid;
}

bool is_row_of_figures(const Stack& stack, size_t begin, size_t columns) {
  if (!stack.has(begin) || !is_header(stack.cell(begin))) return false;
  for (size_t i = begin + 1; i < begin + columns; ++i)
    if (!stack.has(i) || !is_figure(stack.cell(i))) return false;
  return true;
}

// Headers, then at least two rows of a label and as many figures as the headers leave.
std::optional<FlatGrid> rows_of_labels(const Stack& stack) {
  size_t words = 0;  // lines before the first figure: the headers and the first label
  while (words <= most_columns && stack.has(words) && is_header(stack.cell(words))) ++words;
  if (words < 3 || words > most_columns) return std::nullopt;
  const size_t columns = words - 1;
  FlatGrid grid = grid_with_header(stack, columns);
  for (size_t begin = columns; is_row_of_figures(stack, begin, columns) && grid.rows.size() < most_rows; begin += columns) {
    grid.rows.push_back(plain_row(stack, begin, begin + columns));
    grid.last = stack.first + begin + columns - 1;
  }
  if (grid.rows.size() < (columns == 2 ? fewest_rows_of_one_value : fewest_rows) + 1) return std::nullopt;
  return grid;
}

}  // namespace

bool may_begin_stack(std::string_view text) { return is_header(trimmed(text)); }

std::optional<FlatGrid> stacked_grid_at(const std::vector<TextLine>& lines, size_t first) {
  if (!may_begin_stack(lines[first].text)) return std::nullopt;
  const Stack stack{lines, first};
  std::optional<FlatGrid> grid;
  if (is_time_header(stack.cell(0))) grid = rows_of_periods(stack);
  if (!grid) grid = rows_of_labels(stack);
  if (grid) pad_rows(*grid);
  return grid;
}

}  // namespace muster
