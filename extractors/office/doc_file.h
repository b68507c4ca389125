// A Word 97-2003 document ([MS-DOC]) taken apart: its characters in order, and the properties of characters and paragraphs.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/read/compound_file.h"

namespace muster {

// A UTF-16 unit and where it stands in the file, which is what properties refer to.
struct DocCharacter {
  uint16_t unit = 0;
  uint32_t place = 0;
};

// Properties of the characters [begin, end) of the file.
struct DocProperties {
  uint32_t begin = 0, end = 0;
  uint16_t style = 0;       // of a paragraph
  std::string changes;      // "sprms": what differs from the style
};

// One property and its operand.
struct DocChange {
  uint16_t code = 0;
  std::string_view operand;
};
std::vector<DocChange> changes_in(std::string_view changes);

// A part of the text, in characters from the beginning: the body, its footnotes, headers, text boxes.
struct DocRange {
  size_t begin = 0, end = 0;
};

class DocFile {
 public:
  explicit DocFile(std::string_view bytes, size_t most_bytes);

  const std::string& failure() const { return failure_; }
  const std::vector<DocCharacter>& text() const { return text_; }
  DocRange body, footnotes, headers, endnotes, boxes;

  // Null where the file says nothing.
  const DocProperties* paragraph_at(uint32_t place) const;
  const DocProperties* character_at(uint32_t place) const;
  // Bytes of the table stream that the n-th pair of the file's index (FibRgFcLcb97) points at, and all behind them.
  std::string_view table(size_t pair) const;
  std::string_view behind_table(size_t pair) const;
  // The positions of a table that has `item_bytes` for each part.
  std::vector<uint32_t> positions(size_t pair, size_t item_bytes) const;

 private:
  void read_text();
  void read_piece(uint32_t characters, uint32_t place);
  void read_ranges();
  void read_properties(size_t pair, bool paragraphs, std::vector<DocProperties>& out);
  void read_page(std::string_view page, bool paragraphs, std::vector<DocProperties>& out);

  std::string whole_changes(std::string_view changes) const;

  std::string failure_, main_, table_, data_;
  std::vector<DocCharacter> text_;
  std::vector<DocProperties> paragraphs_, characters_;
};

// Pairs of the file's index.
inline constexpr size_t doc_styles_pair = 1, doc_footnotes_pair = 3, doc_headers_pair = 11, doc_characters_pair = 12, doc_paragraphs_pair = 13,
                        doc_pieces_pair = 33, doc_endnotes_pair = 47, doc_lists_pair = 73, doc_list_uses_pair = 74;

}  // namespace muster
