// What repeats from page to page: running headers, running footers, page numbers.
#pragma once

#include <string>
#include <vector>

#include "extractors/read/document_words.h"
#include "schemas/blocks.h"
#include "schemas/geometry.h"

namespace muster {

// A line near the top or bottom of a page, as far as this question goes.
struct EdgeLine {
  std::string text;
  Box box;                // in the reading frame with the page's top left as origin
  bool artifact = false;  // marked so in the file
  Region region = Region::main;  // the answer
};

struct PageEdges {
  int number = 0;               // of the page
  float height = 0;             // of the page in the reading frame
  std::vector<EdgeLine> lines;  // all lines of the page
};

// Sets region of every line: a line in the outer zones is furniture when it is marked as artifact, or when it stands on
// several pages at one height with the same words, numbers apart, or when its words are known as such (document word
// page_furniture). A page number goes on from page to page, or says what it is ("Page 3 of 7", document word page_count).
void find_furniture(std::vector<PageEdges>& pages, const DocumentWords& words);

}  // namespace muster
