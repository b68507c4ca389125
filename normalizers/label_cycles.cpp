#include "normalizers/label_cycles.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "normalizers/pattern.h"

namespace muster {
namespace {

constexpr size_t least_cycles = 2;  // one block repeats nothing
constexpr size_t least_members = 2;  // of a group; a lone label under a head may be any row

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

std::vector<const Cell*> labels_down(const Table& table, const TableLabels& labels) {
  static const Pattern total("^(?:grand |overall |sub-? ?)?totals?\\b");
  std::vector<const Cell*> out;
  for (const auto& [row, cells] : labels.labels)
    for (const Cell* c : cells)
      if (c->col == 0 && row >= table.header_rows && !total.in(c->text)) out.push_back(c);
  return out;
}

}  // namespace

void head_pivot_groups(const Table& table, TableLabels& labels) {
  if (!labels.sections.empty() || table.stub_cols > 1) return;
  const std::vector<const Cell*> down = labels_down(table, labels);
  std::map<std::string, size_t> count;
  for (const Cell* c : down) ++count[c->text];
  const auto is_head = [&](const Cell* c) { return count[c->text] == 1; };
  const auto heads = static_cast<size_t>(std::count_if(down.begin(), down.end(), is_head));
  if (heads < least_cycles || down.size() < heads * (least_members + 1) || !is_head(down.front())) return;
  std::set<std::string> members;
  for (size_t i = 0; i < down.size(); ++i) {
    if (is_head(down[i])) {
      if (i > 0 && members.size() < least_members) return;
      members.clear();
    } else if (!members.insert(down[i]->text).second) {
      return;  // twice in one group
    }
  }
  if (members.size() < least_members) return;
  for (const Cell* c : down)
    if (is_head(c)) labels.sections[c->row] = c;
}

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
