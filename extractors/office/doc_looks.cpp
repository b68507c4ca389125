#include "extractors/office/doc_looks.h"

#include <algorithm>

namespace muster {
namespace {

// Styles inherit a few levels at most; a longer chain is a circle.
constexpr int most_style_parents = 20;

// Property codes ([MS-DOC] 2.6).
enum : uint16_t {
  char_deleted = 0x0800, char_bold = 0x0835, char_italic = 0x0836, char_strike = 0x0837, char_hidden = 0x083C, char_double_strike = 0x2A53,
  char_position = 0x2A48, char_style = 0x4A30, char_symbol = 0x6A09, par_in_table = 0x2416, par_row_end = 0x2417, par_level = 0x260A,
  par_list = 0x460B, par_outline = 0x2640, par_depth = 0x6649, par_inner_cell = 0x244B, par_inner_row_end = 0x244C, row_header = 0x3404,
  row_definition = 0xD608, row_merge_down = 0xD62B, row_merge = 0x5624
};

uint8_t first(std::string_view operand) { return operand.empty() ? 0 : static_cast<uint8_t>(operand[0]); }

// The cells of a row: edges, then 20 bytes of flags each.
std::vector<RichCell> cells_of(std::string_view operand) {
  std::vector<RichCell> out;
  const size_t count = operand.size() > 2 ? static_cast<uint8_t>(operand[2]) : 0;
  const int16_t left = static_cast<int16_t>(u16_at(operand, 3));
  for (size_t i = 0; i < count; ++i) {
    const int edge = static_cast<int16_t>(u16_at(operand, 3 + 2 * (i + 1))) - left;
    const uint16_t flags = u16_at(operand, 3 + 2 * (count + 1) + 20 * i);
    out.push_back({.right_edge = std::max(1, edge), .merged_left = (flags & 3) == 1, .merged_up = (flags >> 5 & 3) == 1});
  }
  return out;
}

void take(const DocChange& change, DocParagraphLook& look) {
  const uint8_t value = first(change.operand);
  switch (change.code) {
    case par_in_table: look.in_table = value; break;
    case par_row_end: case par_inner_row_end: look.row_end = value; break;
    case par_level: look.list_level = value; break;
    case par_list: look.list = u16_at(change.operand, 0); break;
    case par_outline: look.outline_level = value < 9 ? value : -1; break;
    case par_depth: look.table_depth = static_cast<int>(std::min<uint32_t>(u32_at(change.operand, 0), 100)); break;
    case row_header: look.header_row = value; break;
    case row_definition: look.cells = cells_of(change.operand); break;
    case row_merge_down:
      if (change.operand.size() >= 3 && static_cast<uint8_t>(change.operand[1]) < look.cells.size())
        look.cells[static_cast<uint8_t>(change.operand[1])].merged_up = change.operand[2] == 1;
      break;
    case row_merge:
      for (size_t i = size_t{value} + 1; change.operand.size() >= 2 && i < static_cast<uint8_t>(change.operand[1]) && i < look.cells.size(); ++i) look.cells[i].merged_left = true;
      break;
    default: break;
  }
}

// 0 off, 1 on, 0x80 as the style has it, 0x81 the other way round.
void toggle(bool& on, uint8_t value, bool by_style) { on = value == 0x80 ? by_style : value == 0x81 ? !by_style : value != 0; }

void take(const DocChange& change, const DocCharacterLook& style, DocCharacterLook& look) {
  const uint8_t value = first(change.operand);
  switch (change.code) {
    case char_bold: toggle(look.bold, value, style.bold); break;
    case char_italic: toggle(look.italic, value, style.italic); break;
    case char_strike: case char_double_strike: case char_hidden: {
      bool on = false;
      toggle(on, value, style.hidden);
      look.hidden |= on;
      break;
    }
    case char_deleted: toggle(look.deleted, value, style.deleted); break;
    case char_position: look.superscript = value == 1; break;
    case char_symbol: look.symbol = u16_at(change.operand, 2); break;
    default: break;
  }
}

}  // namespace

DocStyles::DocStyles(std::string_view bytes) {
  const size_t header_bytes = u16_at(bytes, 0), count = u16_at(bytes, 2), base_bytes = u16_at(bytes, 4);
  size_t at = 2 + header_bytes;
  for (size_t i = 0; i < count && at + 2 <= bytes.size(); ++i) {
    const size_t size = u16_at(bytes, at);
    styles_.push_back(size == 0 ? Style{} : read_style(bytes.substr(at + 2, size), base_bytes));
    at += 2 + size + size % 2;
  }
}

DocStyles::Style DocStyles::read_style(std::string_view bytes, size_t base_bytes) const {
  constexpr uint16_t paragraph_kind = 1;
  Style style{.parent = static_cast<uint16_t>(u16_at(bytes, 2) >> 4), .number = static_cast<uint16_t>(u16_at(bytes, 0) & 0xFFF)};
  const uint16_t kind = u16_at(bytes, 2) & 0xF, parts = u16_at(bytes, 4) & 0xF;
  size_t at = base_bytes + 2 + 2 * (size_t{u16_at(bytes, base_bytes)} + 1);  // behind the name and its end
  for (uint16_t i = 0; i < parts && at + 2 <= bytes.size(); ++i) {
    const size_t size = u16_at(bytes, at);
    const std::string_view part = bytes.substr(at + 2, size);
    if (kind == paragraph_kind && i == 0 && part.size() > 2) style.paragraph_changes = part.substr(2);
    else if (kind != paragraph_kind || i == 1) style.character_changes = part;
    at += 2 + size + size % 2;
  }
  return style;
}

std::vector<const DocStyles::Style*> DocStyles::with_parents(uint16_t style) const {
  std::vector<const Style*> out;
  for (int i = 0; i < most_style_parents && style < styles_.size(); ++i) {
    out.push_back(&styles_[style]);
    style = styles_[style].parent;
  }
  std::ranges::reverse(out);
  return out;
}

DocParagraphLook DocStyles::paragraph(const DocProperties* properties) const {
  constexpr uint16_t last_heading = 9;  // styles 1 to 9 are the headings
  DocParagraphLook look;
  for (const Style* style : with_parents(properties ? properties->style : 0)) {
    if (style->number >= 1 && style->number <= last_heading) look.outline_level = style->number - 1;
    for (const DocChange& change : changes_in(style->paragraph_changes)) take(change, look);
  }
  if (properties)
    for (const DocChange& change : changes_in(properties->changes)) take(change, look);
  return look;
}

DocCharacterLook DocStyles::character(const DocProperties* properties, uint16_t paragraph_style) const {
  DocCharacterLook style_look;
  for (const Style* style : with_parents(paragraph_style))
    for (const DocChange& change : changes_in(style->character_changes)) take(change, DocCharacterLook(style_look), style_look);
  DocCharacterLook look = style_look;
  if (!properties) return look;
  for (const DocChange& change : changes_in(properties->changes)) {
    if (change.code != char_style) continue;
    for (const Style* style : with_parents(u16_at(change.operand, 0)))
      for (const DocChange& own : changes_in(style->character_changes)) take(own, style_look, look);
  }
  for (const DocChange& change : changes_in(properties->changes)) take(change, style_look, look);
  return look;
}

}  // namespace muster
