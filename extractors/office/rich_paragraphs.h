// Paragraphs and table rows in a row, as the older word processors keep them -> tags. A table is nothing but neighbouring
// rows; cells end at positions measured across the page.
#pragma once

#include <string>
#include <vector>

#include "extractors/office/tag_writer.h"

namespace muster {

struct RichRun {
  std::string text;  // clean; '\n' is a line break
  bool bold = false, italic = false, superscript = false, hidden = false;  // hidden: or struck out
};

struct RichParagraph {
  std::vector<RichRun> runs;
  int outline_level = -1;  // 0..8: a heading
  std::string label;       // of a list
  int label_level = 1;
};

struct RichCell {
  std::vector<RichParagraph> paragraphs;
  int right_edge = 0;                         // in twips; 0 where unknown
  bool merged_left = false, merged_up = false;  // goes on with the cell on its left, above
};

struct RichRow {
  std::vector<RichCell> cells;
  bool header = false;
};

// A paragraph, or a row of a table.
struct RichPiece {
  RichParagraph paragraph;
  RichRow row;
  bool is_row = false;
};

void write_rich_pieces(const std::vector<RichPiece>& pieces, TagWriter& writer);

}  // namespace muster
