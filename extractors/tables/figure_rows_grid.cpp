// Rows whose cells one blank parts ("2019/20 45 3.5%") under a header in words, as a table pasted from a page leaves them.
#include <algorithm>
#include <array>
#include <string>

#include "extractors/tables/grids_in_lines.h"
#include "extractors/tables/line_words.h"
#include "schemas/text.h"

namespace muster {
namespace {

constexpr size_t longest_row_bytes = 120;
constexpr size_t longest_label_words = 5;
constexpr size_t fewest_rows = 2;
constexpr size_t most_rows = 1'000;
constexpr size_t fewest_periods_before_words = 2;  // one year before words may be of a sentence

// Words that head a column of periods.
constexpr std::array time_words = {"year", "month", "quarter", "date", "period", "fy", "financial", "calendar", "academic"};

// One figure in one word: a closing full stop or a word of prose is none.
bool is_value(std::string_view word) { return is_figure(word) && !word.ends_with('.') && !word.ends_with(','); }

// How many words at the end are figures.
size_t values_at_end(const Words& words) {
  size_t values = 0;
  while (values < words.size() && is_value(words[words.size() - 1 - values])) ++values;
  return values;
}

bool has_period_label(const Words& words, size_t values) { return words.size() == values + 1 && is_period(words[0]); }

// Values of a row; 0 when the line is none.
size_t row_values(const std::string& text) {
  if (text.size() > longest_row_bytes || text.find('\t') != std::string::npos) return 0;
  const Words words = words_without_leader(text);
  const size_t values = values_at_end(words);
  return values > 0 && values < words.size() && words.size() - values <= longest_label_words ? values : 0;
}

bool begins_upper(std::string_view word) { return !word.empty() && word[0] >= 'A' && word[0] <= 'Z'; }

bool is_time_word(std::string_view word) {
  return std::find(time_words.begin(), time_words.end(), ascii_lower(word)) != time_words.end();
}

// The header of a row label, of periods and, where one column is left over, of the words after them: "Area 2019 2020 (rate)".
std::vector<std::string> cut_at_periods(const Words& words, size_t columns) {
  const auto first = std::find_if(words.begin(), words.end(), is_period), last = std::find_if_not(first, words.end(), is_period);
  const auto label = static_cast<size_t>(first - words.begin()), periods = static_cast<size_t>(last - first);
  const bool rest = last != words.end();
  if (periods == 0 || label + rest == 0 || periods + 1 + rest != columns || (rest && periods < fewest_periods_before_words)) return {};
  std::vector<std::string> headers{text_of(words, 0, label)};
  for (size_t i = label; i < label + periods; ++i) headers.emplace_back(words[i]);
  if (rest) headers.push_back(text_of(words, label + periods, words.size()));
  return headers;
}

// Cuts the header into `columns` headers: its words one by one, or at the words that begin with a capital; or, where periods
// stand in it, these and the rest. Empty when none of it comes out right.
std::vector<std::string> cut_header(const Words& words, size_t columns) {
  std::vector<std::string> headers = cut_at_periods(words, columns);
  if (!headers.empty()) return headers;
  if (words.empty() || !is_time_word(words[0])) return {};
  if (words.size() == columns) return {words.begin(), words.end()};
  size_t begin = 0;
  for (size_t i = 1; i <= words.size(); ++i) {
    if (i < words.size() && !begins_upper(words[i])) continue;
    headers.push_back(text_of(words, begin, i));
    begin = i;
  }
  return headers.size() == columns ? headers : std::vector<std::string>{};
}

FlatRow row_of(const TextLine& line, size_t values) {
  const Words words = words_without_leader(line.text);
  FlatRow row;
  row.line = line.number;
  row.cells.push_back(make_cell(text_of(words, 0, words.size() - values), line.number, 1));
  for (size_t i = words.size() - values; i < words.size(); ++i)
    row.cells.push_back(make_cell(words[i], line.number, static_cast<int>(words[i].data() - line.text.data()) + 1));
  row.printed_cells = row.cells.size();
  return row;
}

FlatRow header_row(const std::vector<std::string>& headers, int line) {
  FlatRow row;
  row.line = line;
  for (const std::string& header : headers) row.cells.push_back(make_cell(header, line, 1));
  row.printed_cells = row.cells.size();
  return row;
}

}  // namespace

bool may_head_figure_rows(std::string_view text) {
  if (text.size() > longest_row_bytes || text.find('\t') != std::string_view::npos) return false;
  const Words words = words_of(text);
  const auto periods = static_cast<size_t>(std::count_if(words.begin(), words.end(), is_period));
  return words.size() >= 2 && (is_time_word(words[0]) || is_period(words.back()) || periods >= fewest_periods_before_words);
}

std::optional<FlatGrid> figure_rows_grid_at(const std::vector<TextLine>& lines, size_t first) {
  if (!may_head_figure_rows(lines[first].text) || first + fewest_rows >= lines.size()) return std::nullopt;
  const size_t values = row_values(lines[first + 1].text);
  if (values == 0) return std::nullopt;
  const std::vector<std::string> headers = cut_header(words_of(lines[first].text), values + 1);
  if (headers.empty()) return std::nullopt;
  FlatGrid grid;
  grid.first = first;
  grid.evidence = "figures in rows under as many headers";
  grid.rows.push_back(header_row(headers, lines[first].number));
  const bool periods = is_time_word(words_of(lines[first].text)[0]);
  for (size_t i = first + 1; i < lines.size() && grid.rows.size() <= most_rows && row_values(lines[i].text) == values; ++i) {
    if (periods && !has_period_label(words_without_leader(lines[i].text), values)) break;
    grid.rows.push_back(row_of(lines[i], values));
    grid.last = i;
  }
  if (grid.rows.size() < fewest_rows + 1) return std::nullopt;
  grid.header_rows = 1;
  grid.ruled_header = true;
  return grid;
}

}  // namespace muster
