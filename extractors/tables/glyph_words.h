// Glyphs of one direction -> words, with superscript marks tied to their words and dot leaders taken out.
#pragma once

#include <string_view>
#include <vector>

#include "extractors/tables/page_view.h"

namespace muster {

struct UprightGlyph {
  Box box;
  float baseline = 0;
  float size_pt = 0;
  std::string_view text;
  const TextStyle* style = nullptr;
  int tag = -1;
};

// Words by baseline from top to bottom, then from left to right.
std::vector<TableWord> words_of_glyphs(std::vector<UprightGlyph> glyphs);

// A small raised figure, letter or sign after a word is its mark, before it its leading mark; "th" of "5th", the exponent
// of "km2" and lowered figures are part of the word.
std::vector<TableWord> marks_tied(std::vector<TableWord> words);

// The parts of a word left and right of a vertical line at x that passes between two of its glyphs (the second part is
// empty where the line passes beside the word or through a glyph).
std::pair<TableWord, TableWord> cut_at(const TableWord& word, float x);

}  // namespace muster
