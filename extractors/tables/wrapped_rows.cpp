#include <re2/re2.h>

#include <algorithm>
#include <map>
#include <string>

#include "extractors/tables/flat_rows.h"
#include "schemas/text.h"

namespace muster {
namespace {

// At least one line in so many goes on with the row above before a table counts as wrapped.
constexpr size_t lines_per_continuation = 5;
// A line of a sentence may begin with a number: up to one cell in so many may look like a figure in a table of words.
constexpr size_t cells_per_figure = 10;
// Neighbouring lines of a wrapped cell are parts of one sentence, not variants of one name: less is enough than in other cells.
constexpr double overlaid_share = 0.55;
constexpr size_t shortest_cell_letters = 2;

bool begins_anew(const FlatCell& cell) {
  const auto letters = std::count_if(cell.text.begin(), cell.text.end(), is_letter);
  return static_cast<size_t>(letters) >= shortest_cell_letters && cell.text[0] >= 'A' && cell.text[0] <= 'Z';
}

bool is_table_of_words(const FlatGrid& grid) {
  size_t figures = 0, filled = 0;
  for (size_t r = grid.header_rows; r < grid.rows.size(); ++r) {
    filled += filled_cells(grid.rows[r], 1);
    for (size_t c = 1; c < columns_of(grid); ++c) figures += is_figure(grid.rows[r].cells[c].text);
  }
  return figures * cells_per_figure <= filled;
}

bool runs_over_lines(const FlatGrid& grid) {
  size_t continuations = 0;
  for (size_t r = grid.header_rows; r < grid.rows.size(); ++r) {
    const std::string& label = grid.rows[r].cells[0].text;
    continuations += label.empty() || begins_lower_case(label);
  }
  return continuations * lines_per_continuation >= grid.rows.size() - grid.header_rows;
}

// "Priority" of "Priority 2 – Reward" where the label stands alone in its row.
std::string numbered_word(const FlatRow& row) {
  static const RE2 numbered(R"re(([A-Z][a-z]+) \d{1,2}\b.*)re");
  std::string word;
  if (filled_cells(row) == 1) RE2::FullMatch(row.cells[0].text, numbered, &word);
  return word;
}

void mark_numbered_sections(FlatGrid& grid) {
  std::map<std::string, size_t> counts;
  for (const FlatRow& row : grid.rows) ++counts[numbered_word(row)];
  for (size_t r = grid.header_rows; r < grid.rows.size(); ++r) {
    const std::string word = numbered_word(grid.rows[r]);
    grid.rows[r].section = !word.empty() && counts[word] >= 2;
  }
}

bool begins_row(const FlatRow& row, const FlatRow& above) {
  if (row.section || above.section) return true;
  return begins_anew(row.cells[0]) && begins_anew(row.cells[1]) && !reads_alike(row.cells[0].text, above.cells[0].text, overlaid_share);
}

// Appends a line to its row; a line that reads like the one above it is the same print twice.
void append_line(FlatRow& row, const FlatRow& line, const FlatRow& above, Diagnostics& diagnostics) {
  for (size_t c = 0; c < row.cells.size(); ++c) {
    const bool twice = reads_alike(line.cells[c].text, above.cells[c].text, overlaid_share);
    if (twice)
      diagnostics.add({"lay_out", "cell_overlaid", Severity::warning, {0, {}, line.cells[c].line, line.cells[c].column}, line.cells[c].text,
                       "the cell holds the same words twice, once garbled; it is left as it stands"});
    append_cell(row.cells[c], line.cells[c], " ");
    row.cells[c].damaged = row.cells[c].damaged || twice;
  }
}

}  // namespace

void join_wrapped_rows(FlatGrid& grid, Diagnostics& diagnostics) {
  if (columns_of(grid) < 3 || grid.header_rows == 0 || grid.rows.size() < grid.header_rows + 3) return;
  if (!is_table_of_words(grid) || !runs_over_lines(grid)) return;
  mark_numbered_sections(grid);
  std::vector<FlatRow> rows(grid.rows.begin(), grid.rows.begin() + static_cast<long>(grid.header_rows + 1));
  for (size_t r = grid.header_rows + 1; r < grid.rows.size(); ++r) {
    if (begins_row(grid.rows[r], grid.rows[r - 1])) rows.push_back(grid.rows[r]);
    else append_line(rows.back(), grid.rows[r], grid.rows[r - 1], diagnostics);
  }
  grid.rows = std::move(rows);
}

}  // namespace muster
