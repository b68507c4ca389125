// Rows of a year and its figures ("1993 50,744") under lines of words, as written answers and pages turned into text have them.
#include <algorithm>
#include <string>

#include "extractors/tables/grids_in_lines.h"
#include "extractors/tables/line_words.h"
#include "schemas/text.h"

namespace muster {
namespace {

constexpr size_t longest_row_bytes = 60;
constexpr size_t most_header_lines = 4;
constexpr size_t fewest_rows = 3;
constexpr size_t most_rows = 1'000;
constexpr size_t year_digits = 4;

bool is_digits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_digit); }

bool is_value(std::string_view word) { return is_figure(word) && !word.ends_with('.') && !word.ends_with(','); }

// The year of a row's label, with the digit of a footnote that may be stuck to it ("19851"); 0 for other words.
int year_of(std::string_view word) {
  if (word.size() > year_digits + 1 || word.size() < year_digits || !is_digits(word) || !(word.starts_with("19") || word.starts_with("20"))) return 0;
  return std::stoi(std::string(word.substr(0, year_digits)));
}

// Values of a row of a year; 0 when the line is none.
size_t year_row_values(std::string_view text) {
  if (text.size() > longest_row_bytes || text.find('\t') != std::string_view::npos) return 0;
  const Words words = words_without_leader(text);
  if (words.size() < 2 || (year_of(words[0]) == 0 && !is_period(words[0]))) return 0;
  return std::all_of(words.begin() + 1, words.end(), is_value) ? words.size() - 1 : 0;
}

bool is_header_line(std::string_view text) {
  text = trimmed(text);
  static constexpr std::string_view ends = ".,:;?!";
  const bool words = std::any_of(text.begin(), text.end(), is_letter) && !text.empty() && !is_digit(text.front());
  return words && text.size() <= longest_row_bytes && ends.find(text.back()) == std::string_view::npos && text.find('\t') == std::string_view::npos;
}

// Where the rows under the header lines from `first` begin; `first` when no header line stands over rows.
size_t rows_begin(const std::vector<TextLine>& lines, size_t first) {
  size_t at = first;
  while (at < lines.size() && at < first + most_header_lines && year_row_values(lines[at].text) == 0 && is_header_line(lines[at].text)) ++at;
  return at < lines.size() && year_row_values(lines[at].text) > 0 ? at : first;
}

// The digit stuck to a year is a footnote where the years of the rows go on without it.
bool has_footnote(const std::vector<int>& years, size_t row, std::string_view label) {
  if (label.size() == year_digits) return false;
  const auto next_to = [&](size_t other) { return other < years.size() && std::abs(years[other] - years[row]) == 1; };
  return next_to(row + 1) || (row > 0 && next_to(row - 1));
}

FlatRow year_row(const TextLine& line, const std::vector<int>& years, size_t index) {
  const Words words = words_without_leader(line.text);
  FlatRow row;
  row.line = line.number;
  for (std::string_view word : words) row.cells.push_back(make_cell(word, line.number, static_cast<int>(word.data() - line.text.data()) + 1));
  if (is_digits(words[0]) && has_footnote(years, index, words[0])) {
    row.cells[0].text_as_read = row.cells[0].text;
    row.cells[0].marks = words[0].substr(year_digits);
    row.cells[0].text = words[0].substr(0, year_digits);
  }
  row.printed_cells = row.cells.size();
  return row;
}

// The last line over the rows heads the values, where there is one column of them; those before are the title.
void head(FlatGrid& grid, const std::vector<TextLine>& lines, size_t body, size_t values) {
  std::vector<std::string> title;
  for (size_t i = grid.first; i < body; ++i) title.emplace_back(trimmed(lines[i].text));
  FlatRow header;
  header.line = lines[body - 1].number;
  header.cells.push_back(make_cell("", header.line, 1));
  for (size_t v = 0; v < values; ++v) header.cells.push_back(make_cell(values == 1 ? title.back() : "", header.line, 1));
  if (values == 1) title.pop_back();
  grid.title = joined(title, " ");
  grid.rows.insert(grid.rows.begin(), header);
  grid.header_rows = 1;
  grid.ruled_header = true;
}

}  // namespace

bool may_head_year_rows(std::string_view text) { return is_header_line(text); }

std::optional<FlatGrid> year_rows_grid_at(const std::vector<TextLine>& lines, size_t first) {
  const size_t body = rows_begin(lines, first);
  if (body == first) return std::nullopt;
  const size_t values = year_row_values(lines[body].text);
  size_t end = body;
  std::vector<int> years;
  for (; end < lines.size() && end - body < most_rows && year_row_values(lines[end].text) == values; ++end)
    years.push_back(year_of(words_of(lines[end].text)[0]));
  if (end - body < fewest_rows || values != 1) return std::nullopt;
  FlatGrid grid;
  grid.first = first;
  grid.last = end - 1;
  grid.evidence = "years and their figures under lines of words";
  for (size_t i = body; i < end; ++i) grid.rows.push_back(year_row(lines[i], years, i - body));
  head(grid, lines, body, values);
  return grid;
}

}  // namespace muster
