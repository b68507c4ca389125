// What the properties and styles of a Word 97-2003 document ([MS-DOC] 2.6) make of characters, paragraphs and rows.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "extractors/office/doc_file.h"
#include "extractors/office/rich_paragraphs.h"

namespace muster {

struct DocParagraphLook {
  int outline_level = -1;
  int list = 0, list_level = 0;  // number of the list's use, from 1
  bool in_table = false, row_end = false, header_row = false;
  int table_depth = 0;
  std::vector<RichCell> cells;   // of a row's end: their shapes
};

struct DocCharacterLook {
  bool bold = false, italic = false, superscript = false, hidden = false, deleted = false;
  char32_t symbol = 0;  // stands instead of the character
};

class DocStyles {
 public:
  // `styles`: the style sheet (STSH).
  explicit DocStyles(std::string_view styles);

  DocParagraphLook paragraph(const DocProperties* properties) const;
  // Within a paragraph of a style.
  DocCharacterLook character(const DocProperties* properties, uint16_t paragraph_style) const;

 private:
  struct Style {
    uint16_t parent = 0xFFF, number = 0;
    std::string paragraph_changes, character_changes;
  };
  Style read_style(std::string_view bytes, size_t base_bytes) const;
  std::vector<const Style*> with_parents(uint16_t style) const;  // the farthest first

  std::vector<Style> styles_;
};

}  // namespace muster
