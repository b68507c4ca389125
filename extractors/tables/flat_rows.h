// Steps on the body of a FlatGrid: lines that belong together become one row.
#pragma once

#include "extractors/tables/flat_grid.h"
#include "schemas/diagnostic.h"

namespace muster {

// A line without a label whose cells go on with those above (an open bracket, a lower-case beginning) joins the row above.
void join_continued_rows(FlatGrid& grid);

// A table of words whose rows run over several lines: a row begins where the label and the key column both begin anew.
void join_wrapped_rows(FlatGrid& grid, Diagnostics& diagnostics);

// Labels printed in the middle of their rows ("Grade" and "9" beside the second and third of four) become one cell that spans
// the rows.
void span_centred_labels(FlatGrid& grid);

// A text of words beside several rows of figures, which goes on from line to line ("to be used from" / "next April"), becomes one
// cell over those rows.
void span_running_text(FlatGrid& grid);

// A row label split over two lines ("Learning Disability" / "and Hospitals | 4 | 5") is put together.
void join_split_labels(FlatGrid& grid);

// Rows that name the rows under them: one cell, alone, in a table whose other rows are fuller.
void mark_section_rows(FlatGrid& grid);

// A cell that breaks off ("£37,107 - £39"), a scrap of punctuation, or a text that stands there twice in two garblings is
// marked damaged, with a diagnostic cell_cut_short or cell_overlaid; its text stays as it is.
void mark_damaged_cells(FlatGrid& grid, Diagnostics& diagnostics);

}  // namespace muster
