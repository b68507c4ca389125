// A paper with one table, written as rows of words, and what the program makes of it.
#pragma once

#include <string>
#include <vector>

#include "normalizers/propose.h"
#include "normalizers/resolve.h"
#include "schemas/text.h"

namespace muster::testing {

// `headers` rows of column headers, one column of labels ("<" joins a cell to the one on its left, a row of one cell is a section).
struct HandMadeTable {
  std::string title;
  std::vector<std::vector<std::string>> rows;
  int headers = 1;
  int stubs = 1;
  std::string before, after;  // paragraphs around it
  std::string heading;        // over all
};

inline void add_node(Outline& outline, NodeKind kind, const std::string& text, int parent) {
  if (text.empty()) return;
  Node node{kind, parent};
  node.span = {static_cast<uint32_t>(outline.text.size()), static_cast<uint32_t>(outline.text.size() + text.size())};
  outline.text += text + "\n\n";
  outline.nodes.push_back(node);
}

inline CellKind kind_of_cell(const HandMadeTable& made, size_t row, size_t col) {
  if (row < static_cast<size_t>(made.headers)) return CellKind::column_header;
  if (made.rows[row].size() == 1) return CellKind::section;
  return col < static_cast<size_t>(made.stubs) ? CellKind::row_header : CellKind::data;
}

inline Table table_of(const HandMadeTable& made, Outline& outline) {
  Table table;
  table.table_id = "t1";
  table.title = made.title;
  table.rows = static_cast<int>(made.rows.size());
  table.cols = static_cast<int>(made.rows[0].size());
  table.header_rows = made.headers;
  table.stub_cols = made.stubs;
  for (size_t r = 0; r < made.rows.size(); ++r)
    for (size_t c = 0; c < made.rows[r].size(); ++c) {
      if (made.rows[r][c] == "<") {
        ++table.cells.back().colspan;
        continue;
      }
      Cell cell;
      cell.row = static_cast<int>(r);
      cell.col = static_cast<int>(c);
      cell.kind = kind_of_cell(made, r, c);
      cell.text = made.rows[r][c];
      cell.span.begin = static_cast<uint32_t>(outline.text.size());
      outline.text += cell.text;
      cell.span.end = static_cast<uint32_t>(outline.text.size());
      outline.text += '\t';
      table.cells.push_back(cell);
    }
  return table;
}

inline Outline outline_of(const HandMadeTable& made) {
  Outline outline;
  outline.nodes.push_back({NodeKind::document});
  add_node(outline, NodeKind::section, made.heading, 0);
  const int parent = made.heading.empty() ? 0 : 1;
  add_node(outline, NodeKind::paragraph, made.before, parent);
  outline.tables.push_back(table_of(made, outline));
  Node node{NodeKind::table, parent};
  node.table = 0;
  outline.nodes.push_back(node);
  add_node(outline, NodeKind::paragraph, made.after, parent);
  return outline;
}

// "measure unit period value..upper team" of each row, a status other than reported before the value.
inline std::string read_table(const HandMadeTable& made, const Vocabulary& vocabulary, const DocumentRecord& record = {}) {
  const Outline outline = outline_of(made);
  Diagnostics diagnostics;
  std::vector<std::string> out;
  for (const Observation& o : resolve("d1", propose(outline, vocabulary, diagnostics), outline, record, vocabulary, diagnostics)) {
    if (o.table_id.empty()) continue;
    std::vector<std::string> words = {o.measure, o.unit, o.period.iso};
    if (o.quantity.status != "reported") words.push_back(o.quantity.status);
    words.push_back(o.quantity.value + (o.quantity.value_upper.empty() ? "" : ".." + o.quantity.value_upper));
    words.push_back(o.team);
    if (!o.breakdown.empty()) words.push_back("(" + o.breakdown + ")");
    if (o.area_code != record.publisher_code) words.push_back("of " + o.area_code);
    std::erase(words, "");
    out.push_back(joined(words, " "));
  }
  return joined(out, " | ");
}

}  // namespace muster::testing
