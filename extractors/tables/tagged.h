// The structure tree of a tagged PDF -> readings: what the producer says is a table, its rows, cells and spans, with the
// words that were drawn for each cell. Trees lie (a page laid out as one table, cells in the wrong order), so a tagged
// reading is scored against the places of its words like any other.
#pragma once

#include <vector>

#include "extractors/tables/reading.h"
#include "schemas/document.h"

namespace muster {

// The Table elements of a document; made once, since a tree has as many tags as the document has paragraphs.
class TaggedTables {
 public:
  explicit TaggedTables(const std::vector<Tag>& tags);

  struct TaggedCell {
    int row = 0, col = 0, rowspan = 1, colspan = 1;
    bool header = false;
  };
  struct TaggedTable {
    int tag = -1;
    std::vector<TaggedCell> cells;
  };

  // The table and cell that a tag stands in, innermost ones; -1 where none. A tag outside every cell has no table.
  int table_of(int tag) const { return tag < 0 || size_t(tag) >= table_of_.size() ? -1 : table_of_[size_t(tag)]; }
  int cell_of(int tag) const { return tag < 0 ? -1 : cell_of_[size_t(tag)]; }
  const std::vector<TaggedTable>& tables() const { return tables_; }

 private:
  std::vector<int> table_of_, cell_of_;  // by tag: index in tables_, index in TaggedTable::cells
  std::vector<TaggedTable> tables_;
};

// The part of each tagged table whose words stand on the view.
std::vector<Reading> read_tagged(const PageView& view, const TaggedTables& tagged);

}  // namespace muster
