// One worksheet, whatever kind of file it comes from: its filled cells as shown, its merges, what is hidden.
#pragma once

#include <set>
#include <string>
#include <vector>

namespace muster {

// A piece of a string in one look.
struct TextRun {
  std::string text;
  bool superscript = false, bold = false;
};
using RichText = std::vector<TextRun>;

std::string plain_text(const RichText& text);

struct SheetCell {
  int row = 0, col = 0;  // from 0
  int rowspan = 1, colspan = 1;
  RichText text;         // as shown; never blank
  bool number = false;   // a number, date or truth value, not words
  bool label_year = false;  // a whole number that can be a year
  bool bold = false;
};

// As many rows and columns as a worksheet has.
inline constexpr int most_sheet_rows = 1'048'576;
inline constexpr int most_sheet_columns = 16'384;

struct SheetMerge {
  int row = 0, col = 0, rowspan = 1, colspan = 1;
};

struct Sheet {
  std::string name;
  bool hidden = false;
  std::vector<SheetCell> cells;  // by row, then column; cells under a merge are left out
  std::set<int> hidden_rows, hidden_columns;
  bool cut = false;              // there were more cells than can be read
  int formulas_without_value = 0;
};

// Gives the cell a number as its format shows it.
void show_number(double value, const std::string& format, bool since_1904, SheetCell& cell);

// Puts the cells in order. The first cell of a merge gets its spans; what else stands under it is not shown. Spans end where
// the sheet's filled part ends.
void settle_cells(Sheet& sheet, const std::vector<SheetMerge>& merges);

}  // namespace muster
