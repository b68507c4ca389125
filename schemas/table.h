// A table with its cells, in the terms of ICDAR 2013 (cells, spans) and of the W3C tabular model (header cells).
#pragma once

#include <string>
#include <vector>

#include "schemas/source.h"

namespace muster {

enum class TableMethod { tagged, ruled, aligned, flat };  // flat: told from text alone, without geometry or markup

enum class CellKind { blank, data, column_header, row_header, section, total };
// section: a row (or the one filled cell of it) that names the rows under it; total: a label of a row or column of totals.

struct Cell {
  int row = 0, col = 0;          // from 0
  int rowspan = 1, colspan = 1;  // at least 1
  CellKind kind = CellKind::data;
  int header_level = 0;          // column and row headers: 0 is the outermost level
  std::string text;              // clean: one blank between words, '\n' between paragraphs or stacked values of the cell
  std::string text_as_read;      // only where text was put right from rival readings; else empty
  std::string marks;             // superscript footnote marks taken off the text: "9", "*", "a,b"
  Locator place;                 // each cell its own page
  Span span;                     // in Outline::text, set when the outline is built
  bool hidden = false;
  bool damaged = false;          // cut short, smeared or overlaid in the source: no figure is read from it

  template <class Visitor>
  void fields(Visitor& v) {
    v(row, col, rowspan, colspan, kind, header_level, text, text_as_read, marks, place, span, hidden, damaged);
  }
};

// Another way to assign the same words to cells, kept because the first choice is not certain.
struct RivalReading {
  TableMethod method = TableMethod::aligned;
  std::string evidence;      // why it could be so, in words
  std::vector<Cell> cells;   // the whole grid, or only the cells that differ when `partial`
  bool partial = false;

  template <class Visitor>
  void fields(Visitor& v) { v(method, evidence, cells, partial); }
};

struct TableNote {
  std::string mark;  // "*", "1", "a"; empty for a note about the whole table
  std::string text;
  Span span;

  template <class Visitor>
  void fields(Visitor& v) { v(mark, text, span); }
};

struct Table {
  std::string table_id;          // "t1", "t2" in reading order, within its document
  TableMethod method = TableMethod::aligned;
  double confidence = 0;         // 0..1
  std::string evidence;          // what spoke for this method and this shape, in words
  int rows = 0, cols = 0;
  int header_rows = 0;           // leading rows of column headers
  int stub_cols = 0;             // leading columns of row headers
  std::string title;             // caption or title line bound to the table
  Span title_span;
  std::vector<TableNote> notes;  // footnotes, units line, scope notes under or over the grid
  std::vector<Cell> cells;       // by row, then column; blanks present too; a spanned place has no cell of its own
  std::vector<RivalReading> rivals;
  bool columns_uncertain = false;  // fewer values than headers or the like: values may stand in the wrong column
  Locator place;                 // first part, where it runs over several pages
  std::vector<Locator> parts;    // every page's part
  int tag = -1;                  // root element where it came from markup
  int outer_table = -1;          // index in Blocks::tables of the table in whose cell it stands, with that cell's place;
  int outer_row = -1, outer_col = -1;  // the outer cell's text leaves it out
  int outer_lines = 0;           // lines of that text that stand before it

  template <class Visitor>
  void fields(Visitor& v) {
    v(table_id, method, confidence, evidence, rows, cols, header_rows, stub_cols, title, title_span, notes, cells, rivals,
      columns_uncertain, place, parts, tag, outer_table, outer_row, outer_col, outer_lines);
  }
};

// The cell that covers (row, col), spans included; null where there is none.
inline const Cell* cell_at(const Table& table, int row, int col) {
  for (const Cell& c : table.cells)
    if (row >= c.row && row < c.row + c.rowspan && col >= c.col && col < c.col + c.colspan) return &c;
  return nullptr;
}

}  // namespace muster
