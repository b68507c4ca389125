#include "extractors/office/docx_tables.h"

#include <algorithm>
#include <charconv>
#include <map>

namespace muster {
namespace {

// As many columns as Word allows.
constexpr int most_columns = 63;

int number_of(const Tag& tag) {
  const std::string_view text = attribute(tag, "val");
  int value = 1;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return std::clamp(value, 0, most_columns);
}

struct PlacedCell {
  DocxCell cell;
  int col = 0;
  bool goes_on = false;  // vMerge without restart: belongs to the cell above
};

struct PlacedRow {
  std::vector<PlacedCell> cells;
  bool header = false;
};

// Wrappers (content controls, tracked insertions, custom XML) looked through.
std::vector<int> wanted_children(const TagTree& tree, int parent, std::string_view name) {
  std::vector<int> out;
  for (const int child : tree.children(parent)) {
    const std::string& own = tree[child].name;
    if (own == name) out.push_back(child);
    else if (own == "sdt" || own == "sdtContent" || own == "ins" || own == "customXml" || own == "moveTo")
      for (const int inner : wanted_children(tree, child, name)) out.push_back(inner);
  }
  return out;
}

PlacedCell placed_cell(const TagTree& tree, int tc) {
  PlacedCell placed{.cell = {.tag = tc}};
  for (const int properties : tree.children(tc)) {
    if (tree[properties].name != "tcPr") continue;
    for (const int p : tree.children(properties)) {
      if (tree[p].name == "gridSpan") placed.cell.colspan = std::max(1, number_of(tree[p]));
      if (tree[p].name == "vMerge") placed.goes_on = attribute(tree[p], "val") != "restart";
      if (tree[p].name == "hMerge" && attribute(tree[p], "val") != "restart") placed.cell.colspan = 0;
    }
  }
  return placed;
}

struct RowProperties {
  int before = 0, after = 0;
  bool header = false, deleted = false;
};

RowProperties properties_of(const TagTree& tree, int row) {
  RowProperties out;
  for (const int properties : tree.children(row)) {
    if (tree[properties].name != "trPr") continue;
    for (const int p : tree.children(properties)) {
      if (tree[p].name == "gridBefore") out.before = number_of(tree[p]);
      if (tree[p].name == "gridAfter") out.after = number_of(tree[p]);
      if (tree[p].name == "tblHeader") out.header = attribute(tree[p], "val") != "0" && attribute(tree[p], "val") != "false";
      if (tree[p].name == "del") out.deleted = true;
    }
  }
  return out;
}

PlacedRow placed_row(const TagTree& tree, int row, const RowProperties& properties) {
  PlacedRow out{.header = properties.header};
  int col = 0;
  const auto place = [&](PlacedCell cell) {
    cell.col = col;
    col += cell.cell.colspan;
    out.cells.push_back(cell);
  };
  if (properties.before > 0) place({.cell = {.colspan = properties.before}});
  for (const int tc : wanted_children(tree, row, "tc")) {
    const PlacedCell cell = placed_cell(tree, tc);
    if (cell.cell.colspan > 0) {
      place(cell);
    } else if (!out.cells.empty()) {  // merged into the cell on its left
      ++out.cells.back().cell.colspan;
      ++col;
    }
  }
  if (properties.after > 0) place({.cell = {.colspan = properties.after}});
  return out;
}

}  // namespace

std::vector<DocxRow> docx_rows(const TagTree& tree, int table) {
  std::vector<DocxRow> rows;
  std::map<int, std::pair<size_t, size_t>> open;  // column -> row and cell that a merge going on there belongs to
  for (const int tr : wanted_children(tree, table, "tr")) {
    const RowProperties properties = properties_of(tree, tr);
    if (properties.deleted) continue;
    rows.push_back({.header = properties.header});
    for (const PlacedCell& placed : placed_row(tree, tr, properties).cells) {
      const auto above = open.find(placed.col);
      if (placed.goes_on && above != open.end()) {
        ++rows[above->second.first].cells[above->second.second].rowspan;
        continue;
      }
      rows.back().cells.push_back(placed.cell);
      open[placed.col] = {rows.size() - 1, rows.back().cells.size() - 1};
    }
  }
  return rows;
}

}  // namespace muster
