// The rows and cells of a table element, without those of tables nested in it.
#pragma once

#include <string>
#include <vector>

#include "extractors/read/tag_tree.h"

namespace muster {

struct TableRowTags {
  int tag = -1;
  std::vector<int> cells;  // td and th
  int group = 0;           // rows of one thead, tbody or tfoot have the same; row spans end with it
  bool in_head = false;
  bool hidden = false;
};

// Rows as a browser shows them: head, bodies, foot.
std::vector<TableRowTags> table_rows(const TagTree& tree, int table);

// Its <caption>, -1 when it has none.
int table_caption(const TagTree& tree, int table);

// Table elements below `from`, outermost ones only.
std::vector<int> tables_below(const TagTree& tree, int from);

// colspan or rowspan as the HTML standard bounds them; rowspan 0 (to the end of the group) stays 0.
int span_of(const Tag& cell, std::string_view name);

}  // namespace muster
