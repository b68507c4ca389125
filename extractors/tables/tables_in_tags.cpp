#include "extractors/tables/tables_in_tags.h"

#include <algorithm>
#include <string>

#include "extractors/layout/inline_text.h"
#include "extractors/read/limits.h"
#include "extractors/tables/data_tables.h"
#include "extractors/tables/table_tags.h"
#include "extractors/tables/type_cells.h"
#include "schemas/text.h"

namespace muster {
namespace {

// How sure a table of markup is: its cells are given, only its header may be a guess.
constexpr double declared_header_confidence = 0.95;
constexpr double told_header_confidence = 0.85;

bool is_column_scope(std::string_view scope) { return scope == "col" || scope == "colgroup"; }
bool is_row_scope(std::string_view scope) { return scope == "row" || scope == "rowgroup"; }

// Builds the grid row by row: `open_` holds, for each column, the row before which a row span from above still covers it.
class GridBuilder {
 public:
  GridBuilder(const TagTree& tree, TaggedTable& out, Diagnostics& diagnostics)
      : tree_(tree), table_(out.table), nested_(out.nested), diagnostics_(diagnostics) {}

  void build(const std::vector<TableRowTags>& rows) {
    ends_ = group_ends(rows);
    for (int r = 0; r < static_cast<int>(rows.size()) && !full_; ++r) add_row(rows[static_cast<size_t>(r)], r);
    table_.rows = static_cast<int>(rows.size());
    for (const Cell& cell : table_.cells) table_.cols = std::max(table_.cols, cell.col + cell.colspan);
    if (full_) table_.rows = table_.cells.empty() ? 0 : table_.cells.back().row + 1;
    for (Cell& cell : table_.cells) cell.rowspan = std::min(cell.rowspan, table_.rows - cell.row);
    fill_gaps();
  }

  const std::vector<CellLook>& looks() const { return looks_; }

 private:
  // For each row, the row after the last of its group.
  static std::vector<int> group_ends(const std::vector<TableRowTags>& rows) {
    std::vector<int> ends(rows.size());
    for (size_t r = rows.size(); r-- > 0;)
      ends[r] = r + 1 < rows.size() && rows[r + 1].group == rows[r].group ? ends[r + 1] : static_cast<int>(r) + 1;
    return ends;
  }

  void add_row(const TableRowTags& row, int r) {
    int c = 0;
    for (const int tag : row.cells) {
      while (c < static_cast<int>(open_.size()) && open_[static_cast<size_t>(c)] > r) ++c;
      const int colspan = room(c, r, span_of(tree_[tag], "colspan"));
      const int rowspan = span_of(tree_[tag], "rowspan");
      const int end = rowspan == 0 ? ends_[static_cast<size_t>(r)] : std::min(r + rowspan, ends_[static_cast<size_t>(r)]);
      places_ += static_cast<size_t>(colspan) * static_cast<size_t>(end - r);
      if (places_ > Limits{}.table_cells) return stop();
      open_.resize(std::max(open_.size(), static_cast<size_t>(c + colspan)), 0);
      std::fill_n(open_.begin() + c, colspan, end);
      add_cell(row, tag, {.row = r, .col = c, .rowspan = end - r, .colspan = colspan});
      c += colspan;
    }
  }

  // Cells may not overlap: a column span ends before a place that a row span from above covers.
  int room(int c, int r, int colspan) const {
    for (int i = 1; i < colspan; ++i)
      if (c + i < static_cast<int>(open_.size()) && open_[static_cast<size_t>(c + i)] > r) return i;
    return colspan;
  }

  void add_cell(const TableRowTags& row, int tag, Cell cell) {
    const Tag& element = tree_[tag];
    const std::vector<int> inner = data_tables_below(tree_, tag);
    for (const int t : inner) nested_.push_back({.tag = t, .row = cell.row, .col = cell.col, .lines = lines_over(tag, inner, t)});
    ElementText text = text_below(tree_, tag, inner);
    cell.text = std::move(text.text);
    cell.marks = std::move(text.marks);
    cell.hidden = element.hidden;
    const std::string scope = ascii_lower(trimmed(attribute(element, "scope")));
    const bool th = element.name == "th";
    looks_.push_back({.column_header = row.in_head || is_column_scope(scope) || (th && !is_row_scope(scope)),
                      .row_header = is_row_scope(scope) || th,
                      .bold = text.bold});
    table_.cells.push_back(std::move(cell));
  }

  int lines_over(int cell, const std::vector<int>& inner, int table) const {
    const std::string text = text_below(tree_, cell, inner, table).text;
    return text.empty() ? 0 : 1 + static_cast<int>(std::ranges::count(text, '\n'));
  }

  void stop() {
    full_ = true;
    diagnostics_.add({.stage = "lay_out", .code = "limit_reached", .message = "a table has more cells than can be read; the rest is left out"});
  }

  // Every place gets a cell, so that rows that are short in the source are blank there.
  void fill_gaps() {
    const size_t all = static_cast<size_t>(table_.rows) * static_cast<size_t>(table_.cols);
    if (all > Limits{}.table_cells * 4) return stop_ragged();
    std::vector<bool> covered(all, false);
    for (const Cell& cell : table_.cells)
      for (int r = cell.row; r < cell.row + cell.rowspan; ++r)
        for (int c = cell.col; c < cell.col + cell.colspan; ++c) covered[place(r, c)] = true;
    std::vector<std::pair<Cell, CellLook>> cells;
    for (size_t i = 0; i < table_.cells.size(); ++i) cells.emplace_back(std::move(table_.cells[i]), looks_[i]);
    for (int r = 0; r < table_.rows; ++r)
      for (int c = 0; c < table_.cols; ++c)
        if (!covered[place(r, c)]) cells.emplace_back(Cell{.row = r, .col = c}, CellLook{});
    std::ranges::stable_sort(cells, {}, [](const auto& p) { return std::pair(p.first.row, p.first.col); });
    table_.cells.clear();
    looks_.clear();
    for (auto& [cell, look] : cells) {
      table_.cells.push_back(std::move(cell));
      looks_.push_back(look);
    }
  }

  // One absurdly wide row among many narrow ones: the rows up to where the grid stays within bounds are kept.
  void stop_ragged() {
    stop();
    table_.rows = std::max(1, static_cast<int>(Limits{}.table_cells) / std::max(1, table_.cols));
    std::vector<CellLook> looks;
    std::vector<Cell> cells;
    for (size_t i = 0; i < table_.cells.size(); ++i) {
      if (table_.cells[i].row >= table_.rows) continue;
      table_.cells[i].rowspan = std::min(table_.cells[i].rowspan, table_.rows - table_.cells[i].row);
      cells.push_back(std::move(table_.cells[i]));
      looks.push_back(looks_[i]);
    }
    table_.cells = std::move(cells);
    looks_ = std::move(looks);
    fill_gaps();
  }

  size_t place(int r, int c) const { return static_cast<size_t>(r) * static_cast<size_t>(table_.cols) + static_cast<size_t>(c); }

  const TagTree& tree_;
  Table& table_;
  std::vector<NestedTable>& nested_;
  Diagnostics& diagnostics_;
  std::vector<int> ends_;
  std::vector<int> open_;
  std::vector<CellLook> looks_;
  size_t places_ = 0;
  bool full_ = false;
};

}  // namespace

TaggedTable table_in_tags(const TagTree& tree, int tag, const DocumentWords& words, Diagnostics& diagnostics) {
  TaggedTable out;
  Table& table = out.table;
  table.method = TableMethod::tagged;
  table.tag = tag;
  GridBuilder builder(tree, out, diagnostics);
  builder.build(table_rows(tree, tag));
  if (const int caption = table_caption(tree, tag); caption >= 0) table.title = single_spaced(text_below(tree, caption).text);
  type_cells(table, builder.looks(), words);
  const bool declared = std::ranges::any_of(builder.looks(), [](const CellLook& l) { return l.column_header || l.row_header; });
  table.confidence = declared ? declared_header_confidence : told_header_confidence;
  table.evidence = declared ? "table markup with header cells" : "table markup; headers told from its cells";
  return out;
}

}  // namespace muster
