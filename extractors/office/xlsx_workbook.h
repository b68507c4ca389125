// What the sheets of a workbook share: their names, its strings and cell styles.
#pragma once

#include <string>
#include <vector>

#include "extractors/office/office_package.h"
#include "extractors/office/sheet.h"
#include "extractors/read/tag_tree.h"

namespace muster {

struct CellStyle {
  std::string format = "General";
  bool bold = false;
};

struct SheetEntry {
  std::string name, part;
  bool hidden = false;
};

struct Workbook {
  std::vector<SheetEntry> sheets;  // worksheets in the order of their tabs; chart and dialogue sheets are left out
  std::vector<RichText> strings;
  std::vector<CellStyle> styles;   // by the number that cells refer to
  bool since_1904 = false;
};

Workbook read_workbook(OfficePackage& package);

// Runs and plain text below a string item (si, is); phonetic readings are left out.
RichText rich_text(const TagTree& tree, int item);

}  // namespace muster
