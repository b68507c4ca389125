#include "extractors/outline/compose_text.h"

#include <algorithm>

#include "schemas/text.h"

namespace muster {
namespace {

// Titles and notes of a table are mostly blocks of their own beside it; within this many blocks they count as written.
constexpr size_t neighbourhood_blocks = 3;

Span append(std::string& text, std::string_view piece) {
  const auto begin = static_cast<uint32_t>(text.size());
  text += piece;
  return {begin, static_cast<uint32_t>(text.size())};
}

bool stands_beside(const Blocks& blocks, size_t at, std::string_view words) {
  const size_t first = at - std::min(at, neighbourhood_blocks);
  const size_t last = std::min(blocks.blocks.size(), at + neighbourhood_blocks + 1);
  for (size_t i = first; i < last; ++i) {
    const Block& block = blocks.blocks[i];
    if (i != at && block.kind != BlockKind::table && block.text.find(words) != std::string::npos) return true;
  }
  return false;
}

// The grid alone: each cell at the place where it starts, blanks kept, so that a row always has its columns.
Span write_cells(Table& table, std::string& text) {
  const auto begin = static_cast<uint32_t>(text.size());
  std::vector<Cell*> order;
  for (Cell& cell : table.cells) order.push_back(&cell);
  std::stable_sort(order.begin(), order.end(), [](const Cell* a, const Cell* b) {
    return a->row != b->row ? a->row < b->row : a->col < b->col;
  });
  int row = order.empty() ? 0 : order.front()->row, col = 0;
  for (Cell* cell : order) {
    if (cell->row != row) {
      text += '\n';
      row = cell->row;
      col = 0;
    }
    if (cell->col > col) text += '\t';
    col = cell->col;
    cell->span = append(text, cell->text);
  }
  return {begin, static_cast<uint32_t>(text.size())};
}

Span write_table(const Blocks& blocks, size_t at, Table& table, std::string& text) {
  if (!table.title.empty() && !stands_beside(blocks, at, table.title)) {
    table.title_span = append(text, table.title);
    text += '\n';
  }
  const Span cells = write_cells(table, text);
  for (TableNote& note : table.notes) {
    if (note.text.empty() || stands_beside(blocks, at, note.text)) continue;
    text += '\n';
    note.span = append(text, note.text);
  }
  return cells;
}

PassageKind kind_of(BlockKind kind) {
  switch (kind) {
    case BlockKind::heading: return PassageKind::heading;
    case BlockKind::list_item: return PassageKind::list_item;
    case BlockKind::table: return PassageKind::table;
    default: return PassageKind::text;
  }
}

Passage passage_of(const Block& block, int index) {
  Passage out;
  out.kind = kind_of(block.kind);
  out.region = block.region;
  out.level = block.level;
  out.label = block.label;
  out.place = block.place;
  out.bold = block.bold;
  out.block = index;
  out.ancestry = block.ancestry;
  return out;
}

// Where the printed lines begin within the block's clean text; lines that cannot be found again are passed over.
std::vector<uint32_t> line_starts(const Block& block) {
  constexpr size_t key_bytes = 24;  // enough to know a line again, short enough to survive a hyphen undone at its end
  std::vector<uint32_t> out;
  size_t from = 0;
  for (const BlockLine& line : block.lines) {
    const std::string words = single_spaced(line.text);
    const std::string key = words.substr(0, key_bytes);
    const size_t at = key.empty() ? std::string::npos : block.text.find(key, from);
    if (at == std::string::npos) continue;
    if (at > 0) out.push_back(static_cast<uint32_t>(at));
    from = at + key.size();
  }
  return out;
}

// Lines that stand for a piece between forced breaks: one each, or none where they cannot be told apart.
const BlockLine* line_of(const Block& block, size_t piece, size_t pieces) {
  return block.lines.size() == pieces ? &block.lines[piece] : nullptr;
}

void add_lines(const Block& block, int index, Span whole, std::vector<Passage>& out) {
  const std::vector<std::string_view> pieces = split(block.text, '\n');
  Passage all = passage_of(block, index);
  all.text = block.text;
  all.span = whole;
  all.line_starts = line_starts(block);
  if (pieces.empty()) out.push_back(all);
  for (size_t i = 0; i < pieces.size(); ++i) {
    const auto begin = static_cast<size_t>(pieces[i].data() - block.text.data());
    Passage piece = part_of(all, begin, begin + pieces[i].size());
    if (piece.text.empty() && piece.label.empty()) continue;
    if (const BlockLine* line = line_of(block, i, pieces.size())) {
      piece.bold = line->bold || block.bold;
      if (line->place != Locator{}) piece.place = line->place;
    }
    out.push_back(std::move(piece));
  }
}

}  // namespace

Composition compose_text(const Blocks& blocks) {
  Composition out;
  out.tables = blocks.tables;
  for (size_t i = 0; i < blocks.blocks.size(); ++i) {
    const Block& block = blocks.blocks[i];
    const bool is_table = block.kind == BlockKind::table && block.table >= 0 && static_cast<size_t>(block.table) < out.tables.size();
    if (!is_table && block.text.empty() && block.label.empty()) continue;
    if (!out.text.empty()) out.text += "\n\n";
    if (!is_table && !block.label.empty()) out.text += block.label + (block.text.empty() ? "" : " ");
    if (is_table) {
      Passage passage = passage_of(block, static_cast<int>(i));
      passage.table = block.table;
      passage.span = write_table(blocks, i, out.tables[static_cast<size_t>(block.table)], out.text);
      passage.text = out.text.substr(passage.span.begin, passage.span.size());
      out.passages.push_back(std::move(passage));
    } else {
      const Span whole = append(out.text, block.text);
      add_lines(block, static_cast<int>(i), whole, out.passages);
    }
  }
  return out;
}

}  // namespace muster
