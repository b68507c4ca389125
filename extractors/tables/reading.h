// One way to see a table on a view of a page: which words stand in which cell. Rival readings of one place are compared by
// their score; the winner becomes a Table.
#pragma once

#include <string>
#include <vector>

#include "extractors/tables/page_view.h"
#include "schemas/table.h"

namespace muster {

struct ReadCell {
  int row = 0, col = 0, rowspan = 1, colspan = 1;
  Box box;                     // in the view: the cell's border where ruled, else around its words
  std::vector<size_t> words;   // indices in Reading::words, in reading order
  CellKind kind = CellKind::data;
  int header_level = 0;

  bool blank() const { return words.empty(); }
};

struct Reading {
  TableMethod method = TableMethod::aligned;
  int rows = 0, cols = 0;
  int header_rows = 0, stub_cols = 0;
  std::vector<TableWord> words;  // the table's own
  std::vector<ReadCell> cells;   // by row, then column; they tile the grid
  Box box;                       // in the view
  double score = 0;              // 0..1: how well the words fit the cells
  std::string evidence;
  int tag = -1;
  std::vector<Reading> rivals;   // close seconds
  std::vector<std::string> title_lines;
  std::vector<TableNote> notes;
  Box whole;                     // with title and notes
};

// Words in reading order (line by line) joined with blanks; superscript marks left out.
std::string text_of(const Reading& reading, const ReadCell& cell);
// The marks taken off the text, joined with commas.
std::string marks_of(const Reading& reading, const ReadCell& cell);
// Lines of words: those whose baselines differ by less than half their size; each from left to right.
std::vector<std::vector<size_t>> lines_of(const std::vector<TableWord>& words, const std::vector<size_t>& chosen);

// Puts words into the reading order of their cell, fills in missing cells as blank ones, orders the cells, and drops
// rows and columns without any text.
void tidy(Reading& reading);

Table table_of(const PageView& view, const Reading& reading);

}  // namespace muster
