// A page as one looks at it with its text upright: words with their marks, visible edges, shadings. A page with sideways
// text gives a view for each direction, so that every later step knows upright text only.
#pragma once

#include <string>
#include <vector>

#include "extractors/tables/edges.h"
#include "schemas/document.h"

namespace muster {

// Glyphs without a blank between them on one baseline.
struct TableWord {
  Box box;
  float baseline = 0;
  float size_pt = 0;
  std::string text;
  std::string mark;          // superscript that follows the word, "1" of "Total¹"
  std::string leading_mark;  // superscript before the word, as in front of a footnote
  bool bold = false, italic = false;
  int turn = 0;              // clockwise turn against the view: sideways headers of narrow columns; box and text are right, baseline is not
  uint32_t rgb = 0;
  int tag = -1;
  bool leader_after = false;  // dots or a line of underscores lead from it to the next word
  std::vector<Box> glyphs;    // so that a word can be cut at a border
  std::vector<uint8_t> glyph_bytes;
};

struct PageView {
  int page = 0;
  int turn = 0;                 // clockwise turn of the text on the page that the view undoes: 0, 90, 180, 270
  float width = 0, height = 0;  // of the view
  std::vector<TableWord> words;
  std::vector<Edge> edges;      // joined
  std::vector<Shading> shadings;
  std::vector<ImageBox> images;
};

// One view for each direction in which a considerable part of the page's text runs; the main one first.
std::vector<PageView> page_views(const Page& page, const std::vector<TextStyle>& styles);

// A box of the view in the coordinates of the page as shown.
Box on_page(const PageView& view, const Box& box);

}  // namespace muster
