// Words and text lines of a page, from its glyph runs.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "schemas/document.h"
#include "schemas/geometry.h"

namespace muster {

struct Word {
  std::string text;        // without blanks
  Box box;                 // as shown
  float baseline = 0;      // y, or x when rotation is 90 or 270
  float size_pt = 0;
  uint16_t style = 0;      // of its first glyph; index in Document::styles
  uint16_t rotation = 0;   // as in GlyphRun
  bool bold = false, italic = false;
  bool skewed = false;     // drawn at an angle (a watermark, a slanting header)
  bool artifact = false;
  int raised = 0;          // +1 superscript, -1 subscript of the text beside it; never part of that text's word
  bool glued = false;      // follows the word before on its line without a blank (a superscript mark, a change of tag)
  int32_t tag = -1;        // of its first glyph; index in Document::tags
  std::vector<uint32_t> glyphs;  // in Page::glyphs, in reading order
};

// Words on one baseline without a wide gap between them: a line of a column, or what stands in one cell. Not yet a whole
// line of a paragraph: text after a tab stop is a line of its own.
struct WordLine {
  std::vector<uint32_t> words;  // in reading order
  Box box;                      // as shown
  float baseline = 0;           // of the main text, y or x
  float size_pt = 0;            // of most of its letters
  uint16_t rotation = 0;
};

struct PageWords {
  std::vector<Word> words;      // by line, then in reading order
  std::vector<WordLine> lines;  // by rotation, then from top to bottom, then from left to right, in the reading frame
};

// Words are parted by blanks and by gaps; doubled blanks and letter-spacing are seen through. Text that a reader cannot see
// is left out (see is_hidden).
PageWords find_words(const Page& page, const std::vector<TextStyle>& styles);

// Whether a run cannot be seen: invisible without a picture it could be the text of, or white on white.
bool is_hidden(const Page& page, const GlyphRun& run, const std::vector<TextStyle>& styles);

// The line's words with a blank between them, glued ones without; superscript digits as superscript characters ("12¹"), so that
// a footnote mark never becomes part of a number.
std::string line_text(const std::vector<Word>& words, const WordLine& line);

}  // namespace muster
