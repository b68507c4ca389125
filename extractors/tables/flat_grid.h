// A table on its way from lines of text to a Table: rows of cells, not yet typed.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "schemas/table.h"

namespace muster {

struct FlatCell {
  std::string text;        // marks taken off; '\n' between paragraphs or lines of the cell
  std::string marks;       // footnote marks
  std::string text_as_read;
  int line = 0, column = 0;  // in the source, from 1
  int rowspan = 1, colspan = 1;
  bool covered = false;    // by the span of another cell: has no cell of its own
  bool damaged = false;    // cut short, smeared or overlaid: no figure is read from it
  bool bold = false;       // all its words
};

struct FlatRow {
  int line = 0;
  std::vector<FlatCell> cells;
  size_t printed_cells = 0;  // as many as the line had, before padding
  bool section = false;      // names the rows under it
};

struct FlatGrid {
  size_t first = 0, last = 0;  // indices of its lines
  std::vector<FlatRow> rows;   // all with the same number of cells
  size_t header_rows = 0;
  bool ruled_header = false;   // the source itself says where the header ends (pipe tables)
  std::string title;
  std::vector<TableNote> notes;
  std::vector<RivalReading> rivals;
  std::string evidence;        // why this is a table
  bool columns_uncertain = false;
  double confidence = 0;       // 0..1, of its columns
};

inline size_t columns_of(const FlatGrid& grid) { return grid.rows.empty() ? 0 : grid.rows[0].cells.size(); }

bool is_filled(const FlatCell& cell);
size_t filled_cells(const FlatRow& row, size_t from_column = 0);

// A cell from its source text, marks taken off.
FlatCell make_cell(std::string_view raw, int line, int column);

// Pads rows to the longest one.
void pad_rows(FlatGrid& grid);

// A figure or what stands for one ("12.5", "£26,890", "(27.8)", "n/a", "-"); years, dates and periods are none.
bool is_figure(std::string_view text);
bool is_period(std::string_view text);

// Two different readings of the same print, as a double text layer leaves them ("Safeguarding", "Saleguarding"): of nearly the
// same length, with at least this share of their letters in place. Texts with digits are never alike.
bool reads_alike(std::string_view a, std::string_view b, double share);

bool begins_lower_case(std::string_view text);

// Whether `next` can only be the second half of a label ("Learning Disability and" / "Hospitals", "Share of posts" / "(%)").
bool label_runs_on(std::string_view label, std::string_view next);

// Adds to a cell's text, parted by `separator`; place and marks of an empty cell are taken over.
void append_cell(FlatCell& cell, const FlatCell& more, std::string_view separator);

}  // namespace muster
