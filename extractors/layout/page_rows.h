// Rows of a document's pages in reading order, each with its region: the step between words and blocks.
#pragma once

#include <string>
#include <vector>

#include "extractors/layout/words.h"
#include "extractors/read/document_words.h"
#include "schemas/blocks.h"
#include "schemas/diagnostic.h"
#include "schemas/document.h"
#include "schemas/table.h"

namespace muster {

struct RowWord {
  std::string text;
  float x0 = 0, x1 = 0;   // in the reading frame
  bool glued = false;     // no blank before it
};

// A line of text, a table or a picture.
struct PageRow {
  int page = 0;
  int column = 0;            // counts through the whole document: rows of equal column may belong to one paragraph
  Region region = Region::main;
  Box box;                   // in the reading frame
  Box shown;                 // as shown on the page
  float baseline = 0, size_pt = 0;
  bool bold = false, italic = false;  // all of its letters
  bool tabular = false;      // several pieces with wide gaps between them: values in columns, or a label and its value
  int tag = -1;              // nearest block-level tag, where the tree can be trusted
  std::vector<RowWord> words;
  int table = -1;            // index in the tables given
  bool image = false;

  bool is_text() const { return table < 0 && !image; }
};

// What rows look like in one document, to tell the usual from the unusual.
struct RowHabits {
  float body_size_pt = 0;    // of most letters
  float right_edge = 0;      // of the text body, where lines run full
  bool hyphenated = false;   // typeset with hyphenation, so a hyphen at a line's end mostly is not part of the word
};

struct DocumentRows {
  std::vector<PageRow> rows;
  RowHabits habits;
};

// Text of a row, its words parted by blanks, from the `first_word`-th on.
std::string row_text(const PageRow& row, size_t first_word = 0);

// Every letter of a page that can be seen stands in one row or in a table's box. What is left out (hidden or slanting text)
// becomes a diagnostic.
DocumentRows find_rows(const Document& document, const std::vector<Table>& tables, const DocumentWords& words,
                       Diagnostics& diagnostics);

}  // namespace muster
