#include "extractors/tables/join_pages.h"

#include <algorithm>
#include <cmath>

#include "extractors/tables/values.h"
#include "schemas/text.h"

namespace muster {
namespace {

// Columns of two parts start this near to one another.
constexpr float same_column_pt = 6;

// Left ends of the columns, from cells over one column; NaN where there is none.
std::vector<float> column_starts(const Table& table) {
  std::vector<float> starts(size_t(table.cols), NAN);
  for (const Cell& c : table.cells)
    if (c.colspan == 1 && c.place.page == table.parts.back().page && !c.place.box.empty()) {
      float& start = starts[size_t(c.col)];
      if (std::isnan(start) || c.place.box.x0 < start) start = c.place.box.x0;
    }
  return starts;
}

bool same_columns(const Table& a, const Table& b) {
  if (a.cols != b.cols || a.method != b.method) return false;
  const auto starts_a = column_starts(a), starts_b = column_starts(b);
  if (a.method != TableMethod::ruled) return std::abs(a.parts.back().box.x0 - b.place.box.x0) < same_column_pt;
  for (size_t c = 0; c < starts_a.size(); ++c)
    if (!std::isnan(starts_a[c]) && !std::isnan(starts_b[c]) && std::abs(starts_a[c] - starts_b[c]) > same_column_pt) return false;
  return true;
}

std::vector<std::string> row_texts(const Table& table, int row) {
  std::vector<std::string> texts(size_t(table.cols));
  for (const Cell& c : table.cells)
    if (c.row == row) texts[size_t(c.col)] = folded(c.text);
  return texts;
}

bool has_values(const Table& table, int row) {
  return std::any_of(table.cells.begin(), table.cells.end(), [&](const Cell& c) {
    return c.row == row && c.col > 0 && is_value(c.text) && !is_year(c.text);
  });
}

// Leading rows without values that both have alike: the header, printed again.
int repeated_rows(const Table& a, const Table& b) {
  int same = 0;
  while (same < a.rows && same < b.rows && !has_values(b, same) && row_texts(a, same) == row_texts(b, same)) ++same;
  return same;
}

void append(TablePart& part, const TablePart& next) {
  Table& table = part.table;
  const Table& more = next.table;
  const int repeated = repeated_rows(table, more);
  for (size_t i = 0; i < more.cells.size(); ++i) {
    Cell cell = more.cells[i];
    if (cell.row < repeated) continue;
    cell.row += table.rows - repeated;
    table.cells.push_back(std::move(cell));
    part.looks.push_back(next.looks[i]);
  }
  table.rows += more.rows - repeated;
  table.parts.push_back(more.place);
  table.notes.insert(table.notes.end(), more.notes.begin(), more.notes.end());
  table.confidence = std::min(table.confidence, more.confidence);
  table.evidence += repeated ? "; goes on over the page, header printed again" : "; goes on over the page";
  part.ends_page = next.ends_page;
}

// One table of the structure tree, set on two pages.
bool same_element(const Table& a, const Table& b) { return a.tag >= 0 && a.tag == b.tag && a.cols == b.cols; }

bool goes_on(const TablePart& part, const TablePart& next) {
  return part.ends_page && part.table.notes.empty() && next.begins_page && next.table.title.empty() &&
         next.table.place.page == part.table.parts.back().page + 1 && (same_element(part.table, next.table) || same_columns(part.table, next.table));
}

}  // namespace

std::vector<TablePart> joined_pages(std::vector<TablePart> parts) {
  std::vector<TablePart> tables;
  for (TablePart& part : parts) {
    if (!tables.empty() && goes_on(tables.back(), part)) append(tables.back(), part);
    else tables.push_back(std::move(part));
  }
  return tables;
}

}  // namespace muster
