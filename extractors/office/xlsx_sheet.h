// One worksheet: its filled cells as shown, its merges, what is hidden.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/office/xlsx_workbook.h"

namespace muster {

struct SheetCell {
  int row = 0, col = 0;  // from 0
  int rowspan = 1, colspan = 1;
  RichText text;         // as shown; never blank
  bool number = false;   // a number, date or truth value, not words
  bool label_year = false;  // a whole number that can be a year
  bool bold = false;
};

struct Sheet {
  std::vector<SheetCell> cells;  // by row, then column; cells under a merge are left out
  std::set<int> hidden_rows, hidden_columns;
  bool cut = false;              // there were more cells than can be read
  int formulas_without_value = 0;
};

// From the XML of a worksheet. What is wrong with it goes to `fault`.
Sheet read_sheet(std::string_view xml, const Workbook& book, size_t most_cells, std::string& fault);

// "BC12" -> row 11, column 54; false for anything else.
bool parse_cell_name(std::string_view name, int& row, int& col);

std::string plain_text(const RichText& text);

}  // namespace muster
