#include "extractors/layout/bind_table_words.h"

#include <algorithm>
#include <set>
#include <string>

#include "schemas/text.h"

namespace muster {
namespace {

// A title is a line, not a paragraph.
constexpr size_t title_bytes = 200;

bool is_title(const Block& block, const DocumentWords& words) {
  if (block.kind == BlockKind::table || block.kind == BlockKind::image || block.text.size() > title_bytes) return false;
  if (block.text.find('\n') != std::string::npos) return false;
  return words.prefix("table_title", block.text) > 0 || (block.kind == BlockKind::paragraph && block.bold);
}

// Superscripts as digits: notes are written "¹ as at 31 March" where cells have the mark 1.
std::string plain_mark(std::string_view text) {
  static constexpr std::string_view digits[] = {"\u2070", "\u00B9", "\u00B2", "\u00B3", "\u2074", "\u2075", "\u2076", "\u2077", "\u2078", "\u2079"};
  for (int d = 0; d < 10; ++d)
    if (text.starts_with(digits[d])) return std::to_string(d);
  return {};
}

// The sign at the front of a note: stars and daggers, a superscript digit, "(1)" or "a)" as a word of its own.
std::string leading_mark(std::string_view text) {
  if (const std::string mark = plain_mark(text); !mark.empty()) return mark;
  const size_t stars = std::min(text.find_first_not_of("*#"), text.size());
  if (stars > 0) return std::string(text.substr(0, stars));
  for (const std::string_view dagger : {"\u2020", "\u2021"})
    if (text.starts_with(dagger)) return std::string(dagger);
  std::string_view word = text.substr(0, text.find(' '));
  if (word.starts_with('(') || word.starts_with('[')) word.remove_prefix(1);
  while (!word.empty() && std::string_view(").]:").find(word.back()) != std::string_view::npos) word.remove_suffix(1);
  return word.size() <= 2 ? std::string(word) : "";
}

// Marks taken off the cells, and stars that stand at the end of their text.
std::set<std::string> marks_of(const Table& table) {
  std::set<std::string> marks;
  for (const Cell& cell : table.cells) {
    for (const std::string_view mark : split(cell.marks, ',')) marks.emplace(mark);
    const size_t end = cell.text.find_last_not_of("*#");
    if (end == std::string::npos && !cell.text.empty()) marks.insert(cell.text);
    else if (end + 1 < cell.text.size()) marks.insert(cell.text.substr(end + 1));
  }
  return marks;
}

void bind_notes(Blocks& blocks, size_t at, const DocumentWords& words) {
  Table& table = blocks.tables[static_cast<size_t>(blocks.blocks[at].table)];
  const std::set<std::string> marks = marks_of(table);
  for (size_t below = at + 1; below < blocks.blocks.size(); ++below) {
    const Block& block = blocks.blocks[below];
    const bool text = block.kind == BlockKind::paragraph || block.kind == BlockKind::list_item;
    if (!text || block.region != Region::main) return;
    for (const BlockLine& line : block.lines) {
      const std::string mark = leading_mark(block.label.empty() ? line.text : block.label);
      const bool marked = !mark.empty() && marks.contains(mark);
      if (!marked && words.prefix("table_note", line.text) == 0) return;
      table.notes.push_back({.mark = marked ? mark : "", .text = line.text});
    }
  }
}

}  // namespace

void bind_table_words(Blocks& blocks, const DocumentWords& words) {
  for (size_t i = 0; i < blocks.blocks.size(); ++i) {
    if (blocks.blocks[i].kind != BlockKind::table) continue;
    Table& table = blocks.tables[static_cast<size_t>(blocks.blocks[i].table)];
    if (table.title.empty() && i > 0 && is_title(blocks.blocks[i - 1], words)) table.title = blocks.blocks[i - 1].text;
    bind_notes(blocks, i, words);
  }
}

}  // namespace muster
