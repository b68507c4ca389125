// The sheets of an Excel 5 to 2003 workbook ([MS-XLS]), from its stream "Workbook" or "Book".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extractors/office/sheet.h"

namespace muster {

struct XlsBook {
  std::vector<Sheet> sheets;  // worksheets in the order of their tabs
  bool encrypted = false;
};

// At most `most_cells` over all sheets.
XlsBook read_xls_book(std::string_view stream, size_t most_cells);

}  // namespace muster
