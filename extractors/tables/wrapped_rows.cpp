#include <re2/re2.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

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
// In a row that names a section a cell that shares so many letters, in their order, with the cell above is that cell's print once more.
constexpr double garbled_share = 0.5;
// Elsewhere nearly all of the letters must be there, since lines of a cell may have words in common.
constexpr double twice_share = 0.65;
constexpr double alike_rest_share = 0.45;  // of the letters in place, where common words are left out
constexpr double part_twice_share = 0.72;  // of a part of the other line
constexpr size_t shortest_twice_bytes = 6, shortest_part_bytes = 7, most_more_bytes = 3;
constexpr size_t fewest_scraps = 4, fewest_scrap_digits = 8;  // single letters or bare numbers in a row; digits together
constexpr size_t longest_garbled_bytes = 80;  // one printed line of a cell

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

// Letters that two texts share in the same order.
size_t common_letters(std::string_view a, std::string_view b) {
  std::vector<size_t> row(b.size() + 1);
  for (const char c : a) {
    size_t diagonal = 0;
    for (size_t i = 1; i <= b.size(); ++i) {
      const size_t above = row[i];
      row[i] = c == b[i - 1] ? diagonal + 1 : std::max(row[i], row[i - 1]);
      diagonal = above;
    }
  }
  return row.back();
}

// "Jaioguarung" under "Safeguarding".
bool garbles(std::string_view cell, std::string_view above) {
  if (above.empty() || cell.size() > longest_garbled_bytes || above.size() > longest_garbled_bytes) return false;
  return static_cast<double>(common_letters(cell, above)) >= garbled_share * static_cast<double>(std::max(cell.size(), above.size()));
}

bool stands_alone(const FlatRow& row, const FlatRow& above) {
  for (size_t c = 1; c < row.cells.size(); ++c)
    if (is_filled(row.cells[c]) && !garbles(row.cells[c].text, above.cells[c].text)) return false;
  return is_filled(row.cells[0]);
}

// "Priority" of "Priority 2 – Reward" where the label stands alone in its row.
std::string numbered_word(const FlatGrid& grid, size_t row) {
  static const RE2 numbered(R"re(([A-Z][a-z]+) \d{1,2}\b.*)re");
  std::string word;
  if (row > 0 && stands_alone(grid.rows[row], grid.rows[row - 1])) RE2::FullMatch(grid.rows[row].cells[0].text, numbered, &word);
  return word;
}

// Two lines of a cell that are the same print, told by their letters in order: "Joint meeting planned", "laint magating planned".
bool same_print(std::string_view line, std::string_view above, double share) {
  const size_t shorter = std::min(line.size(), above.size()), longer = std::max(line.size(), above.size());
  const bool figures = std::any_of(line.begin(), line.end(), is_digit) || std::any_of(above.begin(), above.end(), is_digit);
  if (line == above || figures || shorter < shortest_twice_bytes || longer > shorter + most_more_bytes || longer > longest_garbled_bytes) return false;
  return static_cast<double>(common_letters(line, above)) >= share * static_cast<double>(longer);
}

// "Head of Service" and "Head of Finance" have words in common and are two posts: whole words at either end that are the same tell
// nothing.
void leave_out_common_words(std::string_view& a, std::string_view& b) {
  const std::vector<std::string_view> first = split(a, ' '), second = split(b, ' ');
  size_t front = 0, back = 0;
  const size_t most = std::min(first.size(), second.size());
  while (front < most && first[front] == second[front]) ++front;
  while (front + back < most && first[first.size() - 1 - back] == second[second.size() - 1 - back]) ++back;
  const auto middle = [&](const std::vector<std::string_view>& words) {
    if (front + back >= words.size()) return std::string_view();
    const std::string_view last = words[words.size() - 1 - back];
    return std::string_view(words[front].data(), static_cast<size_t>(last.data() + last.size() - words[front].data()));
  };
  a = middle(first);
  b = middle(second);
}

// The garbled one may lack what the other line goes on with, or begins with.
bool printed_twice(std::string_view line, std::string_view above) {
  leave_out_common_words(line, above);
  if (reads_alike(line, above, alike_rest_share) || same_print(line, above, twice_share)) return true;
  const size_t shorter = std::min(line.size(), above.size());
  const std::string_view whole = line.size() < above.size() ? line : above, other = line.size() < above.size() ? above : line;
  if (shorter < shortest_part_bytes || whole == other.substr(0, shorter) || other.ends_with(whole)) return false;
  return same_print(whole, other.substr(0, shorter), part_twice_share) || same_print(whole, other.substr(other.size() - shorter), part_twice_share);
}

void report_overlaid(const FlatCell& cell, Diagnostics& diagnostics) {
  diagnostics.add({"lay_out", "cell_overlaid", Severity::warning, {0, {}, cell.line, cell.column}, cell.text,
                   "the cell holds the same words twice, once garbled; it is left as it stands"});
}

void mark_numbered_sections(FlatGrid& grid, Diagnostics& diagnostics) {
  std::map<std::string, size_t> counts;
  for (size_t r = grid.header_rows; r < grid.rows.size(); ++r) ++counts[numbered_word(grid, r)];
  for (size_t r = grid.header_rows; r < grid.rows.size(); ++r) {
    const std::string word = numbered_word(grid, r);
    FlatRow& row = grid.rows[r];
    row.section = !word.empty() && counts[word] >= 2;
    for (size_t c = 1; row.section && c < row.cells.size(); ++c) {
      if (!is_filled(row.cells[c])) continue;
      row.cells[c].damaged = true;
      report_overlaid(row.cells[c], diagnostics);
    }
  }
}

// "2530. 115.11010", "A A B A": what a reader of pictures makes of marks. Numbers of telephones begin with 0.
bool is_scrap(std::string_view text) {
  const bool letters = std::any_of(text.begin(), text.end(), is_letter);
  const std::vector<std::string_view> words = split(text, ' ');
  if (letters) return words.size() >= fewest_scraps && std::all_of(words.begin(), words.end(), [](std::string_view w) { return w.size() == 1; });
  const auto digits = static_cast<size_t>(std::count_if(text.begin(), text.end(), is_digit));
  return digits > 0 && !(text[0] == '0' && digits >= fewest_scrap_digits) && (digits >= fewest_scrap_digits || words.size() >= fewest_scraps);
}

void mark_scraps(FlatGrid& grid, Diagnostics& diagnostics) {
  for (size_t r = grid.header_rows; r < grid.rows.size(); ++r) {
    for (FlatCell& cell : grid.rows[r].cells) {
      if (cell.damaged || !is_scrap(cell.text)) continue;
      cell.damaged = true;
      diagnostics.add({"lay_out", "cell_garbled", Severity::warning, {0, {}, cell.line, cell.column}, cell.text,
                       "a line of the cell holds signs that are no words; it is left as it stands"});
    }
  }
}

// Both readings are marked: rows may have been parted between them.
void mark_printed_twice(FlatGrid& grid, Diagnostics& diagnostics) {
  for (size_t r = grid.header_rows + 1; r < grid.rows.size(); ++r) {
    for (size_t c = 0; c < columns_of(grid); ++c) {
      FlatCell &cell = grid.rows[r].cells[c], &above = grid.rows[r - 1].cells[c];
      if (cell.damaged || !printed_twice(cell.text, above.text)) continue;
      cell.damaged = above.damaged = true;
      report_overlaid(cell, diagnostics);
    }
  }
}

// The name of a section goes on: "Priority 4 – Continuous" / "Improvement", alone in its line, over the next row.
bool names_section_on(const FlatGrid& grid, size_t row, const FlatRow& open) {
  const FlatRow& line = grid.rows[row];
  return open.section && !line.section && filled_cells(line) == 1 && is_filled(line.cells[0]) && line.cells[0].text.size() <= open.cells[0].text.size();
}

void extend_section(FlatRow& section, const FlatCell& more) {
  if (ascii_lower(section.cells[0].text).ends_with(ascii_lower(more.text))) section.cells[0].damaged = true;  // printed twice
  else append_cell(section.cells[0], more, " ");
}

bool begins_row(const FlatRow& row, const FlatRow& above) {
  if (row.section || above.section) return true;
  return begins_anew(row.cells[0]) && begins_anew(row.cells[1]) && !reads_alike(row.cells[0].text, above.cells[0].text, overlaid_share);
}

// The same words twice in one cell ("Completed" / "Completed") are two rows in one, or one print read twice.
void append_line(FlatRow& row, const FlatRow& line) {
  for (size_t c = 0; c < row.cells.size(); ++c) {
    const bool again = c > 0 && is_filled(line.cells[c]) && row.cells[c].text == line.cells[c].text;
    const bool damaged = row.cells[c].damaged || line.cells[c].damaged || again;
    append_cell(row.cells[c], line.cells[c], " ");
    row.cells[c].damaged = damaged;
  }
}

// A garbled first line may hold the last words of the row above.
void open_row(const FlatRow& line, std::vector<FlatRow>& rows) {
  if (line.cells[0].damaged && !rows.back().section) rows.back().cells[0].damaged = true;
  rows.push_back(line);
}

}  // namespace

void join_wrapped_rows(FlatGrid& grid, Diagnostics& diagnostics) {
  if (columns_of(grid) < 3 || grid.header_rows == 0 || grid.rows.size() < grid.header_rows + 3) return;
  if (!is_table_of_words(grid) || !runs_over_lines(grid)) return;
  mark_numbered_sections(grid, diagnostics);
  mark_printed_twice(grid, diagnostics);
  mark_scraps(grid, diagnostics);
  std::vector<FlatRow> rows(grid.rows.begin(), grid.rows.begin() + static_cast<long>(grid.header_rows + 1));
  for (size_t r = grid.header_rows + 1; r < grid.rows.size(); ++r) {
    if (names_section_on(grid, r, rows.back())) extend_section(rows.back(), grid.rows[r].cells[0]);
    else if (begins_row(grid.rows[r], grid.rows[r - 1])) open_row(grid.rows[r], rows);
    else append_line(rows.back(), grid.rows[r]);
  }
  grid.rows = std::move(rows);
}

}  // namespace muster
