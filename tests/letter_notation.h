// Small letters for tests: one block a line. "# " heading, "** " bold, "• " list item, "|a|b|" row of a table, " // " a forced break.
#pragma once

#include <string>

#include "extractors/outline/find_structure.h"
#include "schemas/text.h"

namespace muster::notation {

inline const DocumentWords& words() {
  static const DocumentWords words = DocumentWords::load(MUSTER_SOURCE_DIR "/schemas/vocabulary");
  return words;
}

inline std::string with_breaks(std::string_view text) {
  std::string out(trimmed(text));
  for (size_t at = out.find(" // "); at != std::string::npos; at = out.find(" // ", at)) out.replace(at, 4, "\n");
  return out;
}

inline void add_row(std::string_view line, bool goes_on, Blocks& blocks) {
  if (!goes_on) {
    Block block;
    block.kind = BlockKind::table;
    block.table = static_cast<int>(blocks.tables.size());
    blocks.blocks.push_back(block);
    Table table;
    table.table_id = "t" + std::to_string(blocks.tables.size() + 1);
    blocks.tables.push_back(table);
  }
  Table& table = blocks.tables.back();
  line.remove_prefix(1);
  if (line.ends_with('|')) line.remove_suffix(1);
  int col = 0;
  for (const std::string_view cell : split(line, '|')) {
    Cell out;
    out.row = table.rows;
    out.col = col++;
    out.text = with_breaks(cell);
    out.kind = out.text.empty() ? CellKind::blank : CellKind::data;
    table.cells.push_back(out);
  }
  ++table.rows;
  table.cols = std::max(table.cols, col);
}

inline Blocks blocks_of(std::string_view letter) {
  Blocks blocks;
  bool in_table = false;
  for (std::string_view line : split(letter, '\n')) {
    line = trimmed(line);
    const bool row = line.starts_with('|');
    if (row) add_row(line, in_table, blocks);
    in_table = row;
    if (row || line.empty()) continue;
    Block block;
    if (line.starts_with("# ")) block.kind = BlockKind::heading, block.level = 1, line.remove_prefix(2);
    if (line.starts_with("** ")) block.bold = true, line.remove_prefix(3);
    const std::string_view bullet = "\u2022 ";
    if (line.starts_with(bullet)) block.kind = BlockKind::list_item, block.level = 1, block.label = "\u2022", line.remove_prefix(bullet.size());
    block.text = with_breaks(line);
    blocks.blocks.push_back(block);
  }
  return blocks;
}

inline Outline outline_of(std::string_view letter) {
  Diagnostics diagnostics;
  return find_structure(Document{}, blocks_of(letter), words(), diagnostics);
}

// "1a=40; 1b=Fewer than 5": numbers with their answers, newlines and tabs as blanks.
inline std::string answers_of(const Outline& outline) {
  std::string out;
  for (const Exchange& e : outline.exchanges) out += (out.empty() ? "" : "; ") + e.number + "=" + single_spaced(e.answer);
  return out;
}

}  // namespace muster::notation
