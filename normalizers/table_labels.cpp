#include "normalizers/table_labels.h"

#include <algorithm>
#include <cstdlib>
#include <string>

#include "normalizers/label_cycles.h"
#include "normalizers/pattern.h"
#include "schemas/text.h"

namespace muster {
namespace {

// Share of cells with words that makes a first column labels where the table's reader told none.
constexpr double least_share_of_words = 0.6;
constexpr int least_letters_of_word = 2;
// Rows of running numbers that make a column one of pay points or ranks; fewer could agree by chance.
constexpr int least_index_rows = 4;
constexpr int least_unnamed_index_rows = 3;  // where nothing stands over them: the numbers of a form's boxes
constexpr size_t most_index_digits = 3;

bool is_blank(const Cell& cell) { return trimmed(cell.text).empty(); }

bool has_words(const Cell& cell) { return std::count_if(cell.text.begin(), cell.text.end(), is_letter) >= least_letters_of_word; }

// "Up to 1 year", "Grade 9": labels that look like figures.
bool first_column_is_labels(const Table& table) {
  if (table.stub_cols > 0) return false;
  int cells = 0, with_words = 0;
  for (const Cell& c : table.cells) {
    if (c.col != 0 || (c.kind != CellKind::data && c.kind != CellKind::row_header) || is_blank(c)) continue;
    ++cells;
    with_words += has_words(c);
  }
  return cells > 0 && with_words >= least_share_of_words * cells;
}

bool is_column_header(const Cell& cell, const Table& table) {
  return cell.kind == CellKind::column_header || (cell.kind == CellKind::total && cell.row < table.header_rows);
}

// Columns whose header says that they number points of a scale; some points may be left out.
std::vector<bool> find_point_columns(const Table& table) {
  static const Pattern header("\\b(?:(?:pay|spinal|spine|scale|salary) )?(?:column )?points?\\W*$|\\bs\\.?c\\.?p\\b");
  std::vector<bool> points(static_cast<size_t>(std::max(table.cols, 0)), false);
  for (const Cell& c : table.cells)
    if (is_column_header(c, table) && c.col >= 0 && c.col < table.cols && header.in(c.text)) points[static_cast<size_t>(c.col)] = true;
  return points;
}

// "Council | Caseload | Council | Caseload": a list set in halves beside each other.
int find_blocks(const Table& table) {
  std::vector<std::string> headers(static_cast<size_t>(std::max(table.cols, 0)));
  std::vector<int> rows(headers.size(), -1);
  for (const Cell& c : table.cells) {
    if (!is_column_header(c, table) || c.colspan > 1 || c.col < 0 || c.col >= table.cols || c.row <= rows[static_cast<size_t>(c.col)]) continue;
    headers[static_cast<size_t>(c.col)] = std::string(trimmed(c.text));
    rows[static_cast<size_t>(c.col)] = c.row;
  }
  for (size_t block = 2; 2 * block <= headers.size(); ++block) {
    bool repeats = headers.size() % block == 0 && !headers[0].empty();
    for (size_t col = block; repeats && col < headers.size(); ++col) repeats = headers[col] == headers[col - block];
    if (repeats && std::find(headers.begin() + 1, headers.begin() + static_cast<std::ptrdiff_t>(block), headers[0]) == headers.begin() + static_cast<std::ptrdiff_t>(block))
      return static_cast<int>(block);
  }
  return 0;
}

// Columns of whole numbers, each one more than the one above it (of points: each more than the one above it).
std::vector<bool> find_index_columns(const Table& table) {
  const auto cols = static_cast<size_t>(std::max(table.cols, 0));
  std::vector<int> rows(cols, 0), last(cols, 0);
  std::vector<bool> running(cols, true), named(cols, false);
  const std::vector<bool> points = find_point_columns(table);
  for (const Cell& c : table.cells) {
    if (is_blank(c) || c.col < 0 || c.col >= table.cols) continue;
    const auto col = static_cast<size_t>(c.col);
    if (is_column_header(c, table))
      for (size_t over = col; over < std::min(cols, col + static_cast<size_t>(std::max(c.colspan, 1))); ++over) named[over] = true;
    if (c.kind != CellKind::data) continue;
    const std::string text(trimmed(c.text));
    const bool whole = text.size() <= most_index_digits && std::all_of(text.begin(), text.end(), is_digit);
    const int n = whole ? std::atoi(text.c_str()) : 0;
    running[col] = running[col] && whole && (rows[col] == 0 || n == last[col] + 1 || (points[col] && n > last[col]));
    last[col] = n;
    ++rows[col];
  }
  for (size_t col = 0; col < cols; ++col) running[col] = running[col] && rows[col] >= (named[col] ? least_index_rows : least_unnamed_index_rows);
  for (const Cell& c : table.cells)
    if (c.col >= 0 && c.col < table.cols && heads_grades(c)) running[static_cast<size_t>(c.col)] = true;  // "6" under "Band"
  return running;
}

void add_to_columns(const Cell& cell, const Table& table, TableLabels& labels) {
  const int end = std::min(cell.col + std::max(cell.colspan, 1), table.cols);
  for (int col = std::max(cell.col, 0); col < end; ++col) labels.headers[static_cast<size_t>(col)].push_back(&cell);
}

void add_to_rows(const Cell& cell, const Table& table, TableLabels& labels) {
  const int end = std::min(cell.row + std::max(cell.rowspan, 1), table.rows);
  for (int row = std::max(cell.row, 0); row < end; ++row) labels.labels[row].push_back(&cell);
}

}  // namespace

bool TableLabels::opens_block(const Cell& cell) const { return block_cols > 0 && cell.col > 0 && cell.col % block_cols == 0; }

bool TableLabels::is_label(const Cell& cell, const Table& table) const {
  if (cell.kind == CellKind::row_header || (cell.kind == CellKind::total && cell.col < std::max(table.stub_cols, 1))) return true;
  if (cell.kind != CellKind::data || cell.col < 0 || cell.col >= table.cols) return false;
  if (opens_block(cell)) return true;
  return (cell.col == 0 && first_column) || index_columns[static_cast<size_t>(cell.col)];
}

const Cell* TableLabels::section_above(int row) const {
  const auto below = sections.lower_bound(row);
  if (below != sections.end() && below->first == row) return nullptr;  // the head of a group itself
  return below == sections.begin() ? nullptr : std::prev(below)->second;
}

bool heads_grades(const Cell& cell) {
  static const Pattern pattern("(?:pay |salary |job |soulbury )?(?:grades?|bands?|scales?)(?: point)?:?");
  return (cell.kind == CellKind::column_header || cell.kind == CellKind::row_header || cell.row == 0) && pattern.is(cell.text);
}

TableLabels read_labels(const Table& table) {
  TableLabels labels;
  labels.headers.resize(static_cast<size_t>(std::max(table.cols, 0)));
  labels.first_column = first_column_is_labels(table);
  labels.index_columns = find_index_columns(table);
  labels.block_cols = find_blocks(table);
  for (const Cell& c : table.cells) {
    if (is_blank(c)) continue;
    if (is_column_header(c, table)) add_to_columns(c, table, labels);
    else if (c.kind == CellKind::section) labels.sections[c.row] = &c;
    else if (labels.is_label(c, table) && c.kind == CellKind::data && c.col != 0 && !labels.opens_block(c)) labels.index_numbers[c.row].push_back(&c);
    else if (labels.is_label(c, table)) add_to_rows(c, table, labels);
  }
  spread_over_cycles(table, labels);
  head_pivot_groups(table, labels);
  for (auto& column : labels.headers)
    std::stable_sort(column.begin(), column.end(), [](const Cell* a, const Cell* b) { return a->row > b->row; });
  for (auto& [row, cells] : labels.labels)
    std::stable_sort(cells.begin(), cells.end(), [](const Cell* a, const Cell* b) { return a->col > b->col; });
  return labels;
}

bool spans_table(const Cell& cell, const Table& table) {
  return table.cols > 2 && cell.colspan >= table.cols - std::max(table.stub_cols, 1);
}

}  // namespace muster
