// Tables that hold data told from tables that lay out a page.
#pragma once

#include <vector>

#include "extractors/read/tag_tree.h"

namespace muster {

// Whether a table element holds data: declared headers or a caption, rows of cells, label and value records. Layout are
// role=presentation, one cell around everything, and few rows of which one cell holds the page.
bool is_data_table(const TagTree& tree, int table);

// Data tables below an element, also those within layout tables; outermost ones only, in document order.
std::vector<int> data_tables_below(const TagTree& tree, int element);

}  // namespace muster
