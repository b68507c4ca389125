// The worksheets of an XLSX workbook.
#pragma once

#include <string>
#include <string_view>

#include "extractors/office/sheet.h"
#include "extractors/office/xlsx_workbook.h"

namespace muster {

// From the XML of a worksheet. What is wrong with it goes to `fault`.
Sheet read_sheet(std::string_view xml, const Workbook& book, size_t most_cells, std::string& fault);

// "BC12" -> row 11, column 54; false for anything else.
bool parse_cell_name(std::string_view name, int& row, int& col);

}  // namespace muster
