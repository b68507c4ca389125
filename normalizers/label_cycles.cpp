#include "normalizers/label_cycles.h"

#include <string>
#include <vector>

namespace muster {
namespace {

constexpr size_t least_cycles = 2;  // one block repeats nothing

const Cell* label_in(const TableLabels& labels, int row, int col) {
  const auto found = labels.labels.find(row);
  if (found == labels.labels.end()) return nullptr;
  for (const Cell* c : found->second)
    if (c->col == col) return c;
  return nullptr;
}

// Rows where a label of the column begins, in order.
std::vector<int> rows_with(const TableLabels& labels, int col) {
  std::vector<int> rows;
  for (const auto& [row, cells] : labels.labels)
    for (const Cell* c : cells)
      if (c->col == col && c->row == row) rows.push_back(row);
  return rows;
}

// The length of the sequence that the column's labels repeat all the way down, when there are as many blocks; 0 else.
size_t cycle_of(const TableLabels& labels, const std::vector<int>& rows, int col, size_t blocks) {
  if (blocks < least_cycles || rows.size() <= blocks || rows.size() % blocks) return 0;
  const size_t length = rows.size() / blocks;
  for (size_t i = length; i < rows.size(); ++i)
    if (label_in(labels, rows[i], col)->text != label_in(labels, rows[i - length], col)->text) return 0;
  return length;
}

}  // namespace

void spread_over_cycles(const Table& table, TableLabels& labels) {
  for (int inner = 1; inner < table.stub_cols; ++inner) {
    const std::vector<int> rows = rows_with(labels, inner), outer = rows_with(labels, inner - 1);
    const size_t length = cycle_of(labels, rows, inner, outer.size());
    if (!length) continue;
    std::vector<const Cell*> block_label;
    for (size_t i = 0; i < rows.size(); ++i)
      if (const Cell* c = label_in(labels, rows[i], inner - 1); c && c->row == rows[i]) {
        if (i / length != block_label.size()) return;  // two in one block
        block_label.push_back(c);
      }
    if (block_label.size() != outer.size()) continue;
    for (size_t i = 0; i < rows.size(); ++i)
      if (!label_in(labels, rows[i], inner - 1)) labels.labels[rows[i]].push_back(block_label[i / length]);
  }
}

}  // namespace muster
