// Words -> rows of text on a page, each cut into chunks where a reader sees a gap.
#pragma once

#include <vector>

#include "extractors/tables/page_view.h"

namespace muster {

// Words that follow one another with ordinary blanks.
struct Chunk {
  std::vector<size_t> words;
  Box box;
};

struct TextRow {
  float baseline = 0;
  float size_pt = 0;  // largest of its words
  Box box;
  std::vector<Chunk> chunks;  // from left to right

  std::vector<size_t> words() const;
};

// Rows from top to bottom of those of the chosen words that stand upright. Numbers part sooner than words of a phrase;
// a dot leader always parts.
std::vector<TextRow> text_rows(const std::vector<TableWord>& words, const std::vector<size_t>& chosen);

std::string text_of(const std::vector<TableWord>& words, const std::vector<size_t>& chosen);

}  // namespace muster
