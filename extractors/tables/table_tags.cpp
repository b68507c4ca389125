#include "extractors/tables/table_tags.h"

#include <algorithm>
#include <charconv>

#include "schemas/text.h"

namespace muster {
namespace {

// Bounds of the HTML standard (4.9.11).
constexpr int most_colspan = 1000;
constexpr int most_rowspan = 65534;

class RowCollection {
 public:
  explicit RowCollection(const TagTree& tree) : tree_(tree) {}

  std::vector<TableRowTags> collect(int table) {
    const std::vector<int> children = tree_.children(table);
    for (const std::string_view group : {"thead", "", "tfoot"}) {
      for (const int child : children) {
        const std::string& name = tree_[child].name;
        const bool middle = name == "tr" || name == "tbody";
        if (group.empty() ? middle : name == group) take(child);
      }
    }
    return std::move(rows_);
  }

 private:
  void take(int child) {
    if (tree_[child].name == "tr") return add_row(child, 0, false);
    ++groups_;
    for (const int row : tree_.children(child))
      if (tree_[row].name == "tr") add_row(row, groups_, tree_[child].name == "thead");
  }

  void add_row(int tag, int group, bool in_head) {
    TableRowTags row{.tag = tag, .group = group, .in_head = in_head, .hidden = tree_[tag].hidden};
    for (const int cell : tree_.children(tag))
      if (tree_[cell].name == "td" || tree_[cell].name == "th") row.cells.push_back(cell);
    if (!row.cells.empty()) rows_.push_back(std::move(row));
  }

  const TagTree& tree_;
  std::vector<TableRowTags> rows_;
  int groups_ = 0;
};

}  // namespace

std::vector<TableRowTags> table_rows(const TagTree& tree, int table) { return RowCollection(tree).collect(table); }

int table_caption(const TagTree& tree, int table) {
  for (const int child : tree.children(table))
    if (tree[child].name == "caption") return child;
  return -1;
}

std::vector<int> tables_below(const TagTree& tree, int from) {
  std::vector<int> out;
  for (int i = from + 1; i < tree.end(from);) {
    const bool table = tree[i].name == "table";
    if (table) out.push_back(i);
    i = table ? tree.end(i) : i + 1;
  }
  return out;
}

int span_of(const Tag& cell, std::string_view name) {
  const std::string_view text = trimmed(attribute(cell, name));
  int value = 1;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || value < 0) return 1;
  if (name == "rowspan") return std::min(value, most_rowspan);
  return std::clamp(value, 1, most_colspan);
}

}  // namespace muster
