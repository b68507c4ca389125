#include "extractors/tables/join_grids.h"

#include <re2/re2.h>

#include <algorithm>
#include <string>

#include "schemas/text.h"

namespace muster {
namespace {

// The header is looked for in so many first rows (a title and garbled lines may stand over it).
constexpr size_t rows_to_header = 4;
// No table of a paper is longer; more rows come from a file that is all one grid.
constexpr size_t most_joined_rows = 5'000;
// A page break leaves a few blank lines and page furniture, not more.
constexpr size_t widest_break_lines = 8;
// A cell that text lines broke out of the grid is not longer than this.
constexpr size_t longest_broken_out_lines = 60;

bool same_texts(const FlatRow& a, const FlatRow& b) {
  if (filled_cells(a) < 2) return false;
  return std::equal(a.cells.begin(), a.cells.end(), b.cells.begin(), b.cells.end(),
                    [](const FlatCell& x, const FlatCell& y) { return x.text == y.text; });
}

bool only_page_break_between(const FlatGrid& a, const FlatGrid& b, const std::vector<TextLine>& lines, const DocumentWords& words) {
  if (b.first - a.last > widest_break_lines) return false;
  for (size_t i = a.last + 1; i < b.first; ++i) {
    const std::string_view text = trimmed(lines[i].text);
    if (!text.empty() && !words.is("page_furniture", text) && !words.is("page_number", text)) return false;
  }
  return true;
}

bool has_figures(const FlatRow& row) {
  return std::any_of(row.cells.begin() + 1, row.cells.end(), [](const FlatCell& c) { return is_figure(c.text); });
}

// Rows of figures go on in the same columns.
bool figures_go_on(const FlatGrid& a, const FlatGrid& b) {
  if (!has_figures(b.rows[0]) || !has_figures(a.rows.back())) return false;
  for (size_t c = 1; c < columns_of(a); ++c) {
    if (!is_figure(b.rows[0].cells[c].text)) continue;
    const bool figures_above = std::any_of(a.rows.begin(), a.rows.end(), [&](const FlatRow& r) { return is_figure(r.cells[c].text); });
    if (!figures_above) return false;
  }
  return true;
}

void append_rows(FlatGrid& a, FlatGrid& b, size_t from) {
  a.rows.insert(a.rows.end(), std::make_move_iterator(b.rows.begin() + static_cast<long>(from)), std::make_move_iterator(b.rows.end()));
  a.last = b.last;
}

bool join_over_break(FlatGrid& a, FlatGrid& b, const std::vector<TextLine>& lines, const DocumentWords& words) {
  if (a.rows.size() + b.rows.size() > most_joined_rows) return false;
  if (columns_of(a) != columns_of(b) || !only_page_break_between(a, b, lines, words)) return false;
  for (size_t h = 0; h < std::min(rows_to_header, a.rows.size()); ++h) {
    if (!same_texts(a.rows[h], b.rows[0])) continue;
    append_rows(a, b, 1);
    a.evidence += "; joined over a page break, its header repeated";
    return true;
  }
  if (!figures_go_on(a, b)) return false;
  append_rows(a, b, 0);
  a.evidence += "; joined over a blank line, columns as before";
  return true;
}

// Number of "Recommendation 3. …"; 0 when the label has no word and number.
int row_number(const FlatRow& row, std::string& word) {
  static const RE2 numbered(R"re(([A-Z][a-z]+) (\d{1,3})\b)re");
  int number = 0;
  const std::string& label = row.cells[0].text;
  if (!RE2::PartialMatch(label.substr(0, 40), numbered, &word, &number)) return 0;
  return label.starts_with(word) ? number : 0;
}

bool numbers_go_on(const FlatGrid& a, const FlatGrid& b) {
  std::string word_a, word_b;
  const int last = row_number(a.rows.back(), word_a), next = row_number(b.rows[0], word_b);
  return last > 0 && next == last + 1 && word_a == word_b;
}

FlatCell& longest_cell(FlatRow& row) {
  return *std::max_element(row.cells.begin() + 1, row.cells.end(),
                           [](const FlatCell& x, const FlatCell& y) { return x.text.size() < y.text.size(); });
}

FlatCell* only_blank_cell(FlatRow& row) {
  FlatCell* blank = nullptr;
  for (FlatCell& cell : row.cells) {
    if (is_filled(cell)) continue;
    if (blank) return nullptr;
    blank = &cell;
  }
  return blank;
}

// Lines and small grids that broke out of the last row: words to its longest cell, a last cell to the only blank one.
void take_back(FlatGrid& a, const std::vector<FlatGrid*>& between, size_t until, const std::vector<TextLine>& lines) {
  FlatRow& row = a.rows.back();
  FlatCell& body = longest_cell(row);
  FlatCell* blank = only_blank_cell(row);
  size_t at = a.last + 1;
  const auto take_lines = [&](size_t end) {
    for (; at < end; ++at) append_cell(body, make_cell(lines[at].text, lines[at].number, 1), "\n");
  };
  for (FlatGrid* grid : between) {
    take_lines(grid->first);
    for (FlatRow& part : grid->rows) {
      append_cell(body, part.cells[0], "\n");
      for (size_t c = 1; c < part.cells.size(); ++c) append_cell(blank ? *blank : body, part.cells[c], "\n");
    }
    at = grid->last + 1;
  }
  take_lines(until);
}

// Index of the grid from `next` on that goes on with the numbered rows of `whole`, 0 when there is none near.
size_t numbered_continuation(const FlatGrid& whole, const std::vector<FlatGrid>& grids, size_t next) {
  const size_t columns = columns_of(whole);
  if (columns < 3) return 0;
  for (size_t j = next; j < grids.size() && grids[j].first - whole.last <= longest_broken_out_lines; ++j) {
    if (columns_of(grids[j]) > columns) return 0;
    if (columns_of(grids[j]) == columns) return numbers_go_on(whole, grids[j]) ? j : 0;
  }
  return 0;
}

}  // namespace

std::vector<FlatGrid> join_cut_grids(std::vector<FlatGrid> grids, const std::vector<TextLine>& lines, const DocumentWords& words) {
  std::vector<FlatGrid> joined_grids;
  for (size_t k = 0; k < grids.size(); ++k) {
    FlatGrid whole = std::move(grids[k]);
    while (k + 1 < grids.size()) {
      if (join_over_break(whole, grids[k + 1], lines, words)) {
        ++k;
        continue;
      }
      const size_t next = numbered_continuation(whole, grids, k + 1);
      if (next == 0) break;
      std::vector<FlatGrid*> between;
      for (size_t j = k + 1; j < next; ++j) between.push_back(&grids[j]);
      take_back(whole, between, grids[next].first, lines);
      append_rows(whole, grids[next], 0);
      whole.evidence += "; its numbered rows go on after lines of text";
      k = next;
    }
    joined_grids.push_back(std::move(whole));
  }
  return joined_grids;
}

}  // namespace muster
