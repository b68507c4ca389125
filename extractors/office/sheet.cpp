#include "extractors/office/sheet.h"

#include <algorithm>
#include <map>

#include "extractors/office/number_format.h"
#include "schemas/text.h"

namespace muster {
namespace {

// Whole numbers that stand for years in a header.
constexpr double first_year = 1990, last_year = 2060;

using Places = std::map<std::pair<int, int>, SheetCell*>;

// Filled cells under a merge, found row by row so that a merge over the whole sheet costs no more than its cells.
void cover(const SheetMerge& merge, const Places& by_place, std::set<std::pair<int, int>>& covered) {
  auto at = by_place.lower_bound({merge.row, merge.col});
  while (at != by_place.end() && at->first.first < merge.row + merge.rowspan) {
    const auto [row, col] = at->first;
    if (col < merge.col) at = by_place.lower_bound({row, merge.col});
    else if (col >= merge.col + merge.colspan) at = by_place.lower_bound({row + 1, merge.col});
    else {
      if (row != merge.row || col != merge.col) covered.insert(at->first);
      ++at;
    }
  }
}

}  // namespace

std::string plain_text(const RichText& text) {
  std::string out;
  for (const TextRun& run : text) out += run.text;
  return out;
}

void show_number(double value, const std::string& format, bool since_1904, SheetCell& cell) {
  cell.number = true;
  cell.label_year = value >= first_year && value <= last_year && value == static_cast<int>(value);
  cell.text = {{.text = std::string(trimmed(shown_number(value, format, since_1904)))}};
}

void settle_cells(Sheet& sheet, const std::vector<SheetMerge>& merges) {
  std::ranges::stable_sort(sheet.cells, {}, [](const SheetCell& c) { return std::pair(c.row, c.col); });
  int last_row = 0, last_col = 0;
  Places by_place;
  for (SheetCell& cell : sheet.cells) {
    last_row = std::max(last_row, cell.row);
    last_col = std::max(last_col, cell.col);
    by_place[{cell.row, cell.col}] = &cell;
  }
  std::set<std::pair<int, int>> covered;
  for (const SheetMerge& merge : merges) {
    const auto first = by_place.find({merge.row, merge.col});
    if (first != by_place.end()) {
      first->second->rowspan = std::min(merge.rowspan, last_row - merge.row + 1);
      first->second->colspan = std::min(merge.colspan, last_col - merge.col + 1);
    }
    cover(merge, by_place, covered);
  }
  std::erase_if(sheet.cells, [&](const SheetCell& c) { return covered.contains({c.row, c.col}); });
}

}  // namespace muster
