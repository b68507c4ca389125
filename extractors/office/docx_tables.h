// The grid of a Word table: which cells it shows and what they span.
#pragma once

#include <vector>

#include "extractors/read/tag_tree.h"

namespace muster {

struct DocxCell {
  int tag = -1;     // tc; -1 for a place that the row leaves out (gridBefore, gridAfter)
  int colspan = 1, rowspan = 1;
};

struct DocxRow {
  std::vector<DocxCell> cells;
  bool header = false;  // repeated on each page
};

// Rows that tracked changes delete are left out; cells merged downwards stand once, with their row span.
std::vector<DocxRow> docx_rows(const TagTree& tree, int table);

}  // namespace muster
