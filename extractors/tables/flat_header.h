// Steps on the upper part of a FlatGrid: title, header rows, spanning headers.
#pragma once

#include "extractors/layout/known_words.h"
#include "extractors/tables/flat_grid.h"
#include "schemas/diagnostic.h"

namespace muster {

// Columns that are blank in every row go, and rows that are blank in every column.
void drop_blank_columns_and_rows(FlatGrid& grid);

// Leading rows with one filled cell become the title; what is left of a garbled line over the header (single letters, word
// ends, bullets) goes with a diagnostic header_fragment.
void take_title_rows(FlatGrid& grid, Diagnostics& diagnostics);

// How many leading rows are headers: those before the first row with figures; in a table of words the first row if it is short.
void count_header_rows(FlatGrid& grid);

// Neighbouring cells that cut a word in two ("front|line staff") become one cell over both columns, where the document
// has the whole word elsewhere.
void join_cut_cells(FlatGrid& grid, const KnownWords& known);

// Upper header cells get their extent: over each repeat of the headers below, or from the column whose header shares most
// words with them.
void span_group_headers(FlatGrid& grid);

}  // namespace muster
