// The sheets of an OpenDocument spreadsheet (OASIS OpenDocument 1.2, part 1, chapter 9), from its content.xml.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extractors/office/sheet.h"

namespace muster {

// At most `most_cells` over all sheets. What is wrong with the XML goes to `fault`.
std::vector<Sheet> ods_sheets(std::string_view content, size_t most_cells, std::string& fault);

}  // namespace muster
