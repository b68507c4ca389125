#include "extractors/tables/flat_header.h"

#include <algorithm>
#include <set>
#include <string>

#include "schemas/text.h"

namespace muster {
namespace {

// Over the header of a table stand words; a piece with fewer letters is the rest of a garbled line.
constexpr size_t shortest_header_letters = 3;
// Header cells of a table of words are no longer than this, and its body has longer cells.
constexpr size_t longest_header_bytes = 60;
// Narrower tables have too few columns to tell a scrap from a short header ("No", "%").
constexpr size_t fewest_garbled_columns = 4;
// More header rows than this are data that could not be told.
constexpr size_t most_header_rows = 6;

size_t letters_in(std::string_view text) { return static_cast<size_t>(std::count_if(text.begin(), text.end(), is_letter)); }

bool is_fragment(const FlatCell& cell) { return is_filled(cell) && letters_in(cell.text) < shortest_header_letters && !is_period(cell.text); }

void report_fragment(const FlatCell& cell, Diagnostics& diagnostics) {
  diagnostics.add({"lay_out", "header_fragment", Severity::info, {0, {}, cell.line, cell.column}, cell.text,
                   "a scrap of text over the header of a table was left out"});
}

size_t count_fragments(const FlatRow& row) {
  return static_cast<size_t>(std::count_if(row.cells.begin(), row.cells.end(), is_fragment));
}

// A line over a fuller header row that consists of scraps, with one or two whole cells at most.
bool is_garbled_row(const FlatRow& row, const FlatRow& next) {
  const size_t fragments = count_fragments(row), whole = filled_cells(row) - fragments;
  return fragments > 0 && row.cells.size() >= fewest_garbled_columns && whole <= 2 &&
         (whole == 0 || filled_cells(next) > filled_cells(row));
}

void drop_fragments(FlatRow& row, Diagnostics& diagnostics) {
  for (FlatCell& cell : row.cells) {
    if (!is_fragment(cell)) continue;
    report_fragment(cell, diagnostics);
    cell = FlatCell{};
  }
}

size_t first_filled(const FlatRow& row) {
  for (size_t c = 0; c < row.cells.size(); ++c)
    if (is_filled(row.cells[c])) return c;
  return row.cells.size();
}

bool has_figures(const FlatRow& row) {
  size_t figures = 0, filled = 0;
  for (size_t c = 1; c < row.cells.size(); ++c) {
    filled += is_filled(row.cells[c]);
    figures += is_figure(row.cells[c].text);
  }
  return figures > 0 && figures * 2 >= filled;
}

bool has_figures_in_column(const FlatGrid& grid, size_t column) {
  return std::any_of(grid.rows.begin(), grid.rows.end(), [&](const FlatRow& row) { return is_figure(row.cells[column].text); });
}

// One cell alone: at the left, or over cells of words that have no header below it ("£m" stands over its figures).
bool is_title_row(const FlatGrid& grid, const FlatRow& row, const FlatRow& next) {
  if (filled_cells(row) != 1) return false;
  const size_t at = first_filled(row);
  return at == 0 ? filled_cells(next) > 0 : filled_cells(next) <= 2 && (row.cells.size() > 2 || !has_figures_in_column(grid, at));
}

bool has_question(const FlatRow& row) {
  return std::any_of(row.cells.begin(), row.cells.end(), [](const FlatCell& c) { return c.text.find('?') != std::string::npos; });
}

// Left of a spanning header stands the rest of the title, when the stub has its own header below.
bool begins_with_title(const FlatRow& row, const FlatRow& next) {
  return is_filled(row.cells[0]) && is_filled(next.cells[0]) && filled_cells(row) <= 2 && filled_cells(next) > 2 && !has_figures(row) &&
         !has_figures(next) && !has_question(row) && !has_question(next);
}

size_t longest_cell(const FlatRow& row) {
  size_t longest = 0;
  for (const FlatCell& cell : row.cells) longest = std::max(longest, cell.text.size());
  return longest;
}

bool all_short_words(const FlatRow& row) {
  return std::all_of(row.cells.begin(), row.cells.end(), [](const FlatCell& c) {
    return is_filled(c) && c.text.size() <= longest_header_bytes && letters_in(c.text) >= shortest_header_letters && !c.text.ends_with('.');
  });
}

// A table of words has a header when its first row is full and short and the rows below are longer.
bool is_header_of_words(const FlatGrid& grid) {
  if (grid.rows.size() < 2 || !all_short_words(grid.rows[0]) || has_question(grid.rows[0])) return false;
  return std::any_of(grid.rows.begin() + 1, grid.rows.end(), [&](const FlatRow& r) { return longest_cell(r) > longest_cell(grid.rows[0]); });
}

std::set<std::string> words_of(std::string_view text) {
  std::set<std::string> words;
  const std::string key = folded(text);
  for (std::string_view word : split(key, ' '))
    if (letters_in(word) >= shortest_header_letters) words.emplace(word);
  return words;
}

size_t shared_words(const std::set<std::string>& words, std::string_view text) {
  size_t shared = 0;
  for (const std::string& word : words_of(text)) shared += words.count(word);
  return shared;
}

// The lower header from column 1 on is one sequence of at least two headers, repeated; its length, 0 when it is not.
size_t repeat_length(const FlatRow& header) {
  const size_t columns = header.cells.size() - 1;
  for (size_t length = 2; length * 2 <= columns; ++length) {
    if (columns % length != 0) continue;
    bool repeats = true;
    for (size_t c = 1; repeats && c + length < header.cells.size(); ++c)
      repeats = is_filled(header.cells[c]) && header.cells[c].text == header.cells[c + length].text;
    if (repeats) return length;
  }
  return 0;
}

void cover(FlatRow& row, size_t column, size_t to) {
  row.cells[column].colspan = static_cast<int>(to - column);
  for (size_t c = column + 1; c < to; ++c) row.cells[c].covered = true;
}

// Cells of an upper header over each repeat of the headers below are one header.
void span_repeats(FlatRow& row, size_t length) {
  for (size_t begin = 1; begin < row.cells.size(); begin += length) {
    FlatCell whole;
    for (size_t c = begin; c < begin + length; ++c)
      if (!row.cells[c].covered) append_cell(whole, row.cells[c], " ");
    row.cells[begin] = whole;
    row.cells[begin].covered = false;
    cover(row, begin, begin + length);
  }
}

// Where a header that stands alone over others begins: in flat text it may stand over the middle of its columns, so the first
// column near it whose header says most of its words counts.
size_t group_begin(const FlatRow& upper, size_t column, size_t end, const FlatRow& lower) {
  const std::set<std::string> words = words_of(upper.cells[column].text);
  size_t best = column, most = 0;
  for (size_t c = column; c < end; ++c) {
    const size_t shared = shared_words(words, lower.cells[c].text);
    if (shared > most) {
      most = shared;
      best = c;
    }
  }
  return best;
}

void span_groups(FlatRow& upper, const FlatRow& lower) {
  for (size_t column = 1; column < upper.cells.size();) {
    size_t end = column + 1;
    while (end < upper.cells.size() && !is_filled(upper.cells[end])) ++end;
    if (!is_filled(upper.cells[column]) || end == column + 1) {
      column = end;
      continue;
    }
    const size_t begin = group_begin(upper, column, end, lower);
    if (begin != column) std::swap(upper.cells[begin], upper.cells[column]);
    cover(upper, begin, end);
    column = end;
  }
}

}  // namespace

void drop_blank_columns_and_rows(FlatGrid& grid) {
  std::erase_if(grid.rows, [](const FlatRow& row) { return filled_cells(row) == 0; });
  for (size_t c = columns_of(grid); c-- > 0;) {
    const bool blank = std::none_of(grid.rows.begin(), grid.rows.end(), [&](const FlatRow& r) { return is_filled(r.cells[c]); });
    if (!blank) continue;
    for (FlatRow& row : grid.rows) row.cells.erase(row.cells.begin() + static_cast<long>(c));
  }
}

void take_title_rows(FlatGrid& grid, Diagnostics& diagnostics) {
  std::vector<std::string> title;
  size_t taken = 0;
  while (!grid.ruled_header && taken + 1 < grid.rows.size() && taken < most_header_rows) {
    FlatRow& row = grid.rows[taken];
    const FlatRow& next = grid.rows[taken + 1];
    if (is_garbled_row(row, next)) drop_fragments(row, diagnostics);
    const size_t at = first_filled(row);
    if (is_title_row(grid, row, next) || begins_with_title(row, next)) {
      title.push_back(row.cells[at].text);
      row.cells[at] = FlatCell{};
    }
    if (filled_cells(row) > 0) break;
    ++taken;
  }
  if (taken > 0 || !title.empty()) grid.title = joined(title, " ");
  grid.rows.erase(grid.rows.begin(), grid.rows.begin() + static_cast<long>(taken));
}

void count_header_rows(FlatGrid& grid) {
  if (grid.ruled_header) return;
  size_t rows = 0;
  while (rows < grid.rows.size() && rows < most_header_rows && !has_figures(grid.rows[rows])) ++rows;
  const bool words_only = rows == grid.rows.size() || rows == most_header_rows;
  if (words_only) rows = is_header_of_words(grid) ? 1 : 0;
  while (rows > 0 && filled_cells(grid.rows[rows - 1], 1) == 0) --rows;  // a section row below the header
  for (size_t r = 0; r < rows; ++r)
    if (has_question(grid.rows[r])) rows = 0;
  grid.header_rows = rows;
}

void join_cut_cells(FlatGrid& grid, const KnownWords& known) {
  for (FlatRow& row : grid.rows) {
    for (size_t c = 0; c + 1 < row.cells.size(); ++c) {
      FlatCell& left = row.cells[c];
      FlatCell& right = row.cells[c + 1];
      if (left.text.empty() || !is_letter(left.text.back()) || !begins_lower_case(right.text) || is_figure(right.text)) continue;
      const size_t half = left.text.find_last_of(" \n") + 1;  // npos + 1 is 0
      const std::string whole = left.text.substr(half) + right.text.substr(0, right.text.find_first_of(" \n"));
      if (!known.has(whole)) continue;
      left.text_as_read = left.text + "\t" + right.text;
      left.text += right.text;
      left.marks += right.marks;
      right = FlatCell{};
      right.line = row.line;
      cover(row, c, c + 2);
    }
  }
}

void span_group_headers(FlatGrid& grid) {
  if (columns_of(grid) < 3) return;
  for (size_t r = 0; r + 1 < grid.header_rows; ++r) {
    FlatRow& upper = grid.rows[r];
    const FlatRow& lower = grid.rows[r + 1];
    if (filled_cells(upper, 1) == 0) continue;
    if (const size_t length = repeat_length(lower)) span_repeats(upper, length);
    else if (filled_cells(upper, 1) < filled_cells(lower, 1)) span_groups(upper, lower);
  }
}

}  // namespace muster
