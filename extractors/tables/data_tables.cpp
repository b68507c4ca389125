#include "extractors/tables/data_tables.h"

#include <algorithm>
#include <string>

#include "extractors/layout/inline_text.h"
#include "extractors/tables/table_tags.h"
#include "schemas/text.h"

namespace muster {
namespace {

// A cell with more than this share of its table's words holds the content that the table is laid around.
constexpr double dominant_cell_share = 0.6;
// Layout tables have few rows (head, body, foot).
constexpr size_t most_layout_rows = 3;
// Longer first cells are content, not labels of records.
constexpr size_t record_label_bytes = 200;
// So many paragraphs make a cell flow content.
constexpr int flow_paragraphs = 4;

struct CellContents {
  size_t text = 0;
  int paragraphs = 0;
  bool headings = false, page_title = false, tables = false;

  bool flows() const { return headings || tables || paragraphs >= flow_paragraphs; }
};

CellContents contents_of(const TagTree& tree, int cell) {
  CellContents c;
  for (int i = cell + 1; i < tree.end(cell); ++i) {
    c.text += single_spaced(tree[i].text).size();
    c.paragraphs += tree[i].name == "p" || tree[i].name == "li" || tree[i].name == "div";
    c.headings |= is_heading_element(tree[i].name);
    c.page_title |= tree[i].name == "h1" || tree[i].name == "main";
    c.tables |= tree[i].name == "table";
  }
  return c;
}

using Rows = std::vector<std::vector<CellContents>>;

Rows contents_of_rows(const TagTree& tree, const std::vector<TableRowTags>& rows) {
  Rows out;
  for (const TableRowTags& row : rows) {
    out.emplace_back();
    for (const int cell : row.cells) out.back().push_back(contents_of(tree, cell));
  }
  return out;
}

bool is_declared_data(const TagTree& tree, int table, const std::vector<TableRowTags>& rows) {
  if (table_caption(tree, table) >= 0) return true;
  return std::ranges::any_of(rows, [&](const TableRowTags& row) {
    return row.in_head || std::ranges::any_of(row.cells, [&](int cell) { return tree[cell].name == "th" || has_attribute(tree[cell], "scope"); });
  });
}

// Two columns, short labels on the left.
bool is_record(const Rows& rows) {
  const auto pairs = std::ranges::count_if(rows, [](const auto& row) { return row.size() == 2; });
  return pairs >= 2 && std::ranges::all_of(rows, [](const auto& row) {
           return row.size() <= 2 && row[0].text > 0 && row[0].text <= record_label_bytes && !row[0].flows();
         });
}

bool has_dominant_cell(const Rows& rows) {
  size_t all = 0;
  for (const auto& row : rows)
    for (const CellContents& cell : row) all += cell.text;
  return std::ranges::any_of(rows, [&](const auto& row) {
    return std::ranges::any_of(row, [&](const CellContents& cell) {
      return cell.flows() && static_cast<double>(cell.text) > dominant_cell_share * static_cast<double>(all);
    });
  });
}

bool holds_page_title(const Rows& rows) {
  return std::ranges::any_of(rows, [](const auto& row) { return std::ranges::any_of(row, &CellContents::page_title); });
}

size_t longest_text(const Rows& rows) {
  size_t longest = 0;
  for (const auto& row : rows)
    for (const CellContents& cell : row) longest = std::max(longest, cell.text);
  return longest;
}

bool any_flows(const Rows& rows) {
  return std::ranges::any_of(rows, [](const auto& row) { return std::ranges::any_of(row, &CellContents::flows); });
}

}  // namespace

bool is_data_table(const TagTree& tree, int table) {
  const std::string role = ascii_lower(trimmed(attribute(tree[table], "role")));
  if (role == "presentation" || role == "none") return false;
  const std::vector<TableRowTags> tags = table_rows(tree, table);
  const Rows rows = contents_of_rows(tree, tags);
  size_t widest = 0, cells = 0, filled = 0;
  for (const auto& row : rows) {
    widest = std::max(widest, row.size());
    cells += row.size();
    filled += static_cast<size_t>(std::ranges::count_if(row, [](const CellContents& c) { return c.text > 0; }));
  }
  if (cells == 0 || holds_page_title(rows)) return false;
  if (is_declared_data(tree, table, tags) && cells > 1) return true;
  if (cells == 1 || (widest == 1 && any_flows(rows))) return false;
  if (is_record(rows)) return true;
  if (rows.size() == 1) return filled > 1 && !any_flows(rows) && longest_text(rows) <= record_label_bytes;
  return rows.size() > most_layout_rows || !has_dominant_cell(rows);
}

std::vector<int> data_tables_below(const TagTree& tree, int element) {
  std::vector<int> out;
  for (int i = element + 1; i < tree.end(element);) {
    const bool data = tree[i].name == "table" && is_data_table(tree, i);
    if (data) out.push_back(i);
    i = data ? tree.end(i) : i + 1;
  }
  return out;
}

}  // namespace muster
