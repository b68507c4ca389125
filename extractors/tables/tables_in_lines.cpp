#include "extractors/tables/tables_in_lines.h"

#include <algorithm>
#include <string>

#include "extractors/layout/inline_marks.h"
#include "extractors/layout/known_words.h"
#include "extractors/layout/line_labels.h"
#include "extractors/tables/flat_header.h"
#include "extractors/tables/flat_rows.h"
#include "extractors/tables/grids_in_lines.h"
#include "extractors/tables/join_grids.h"
#include "extractors/tables/smeared_cells.h"
#include "extractors/tables/type_cells.h"
#include "schemas/text.h"

namespace muster {
namespace {

// A title over a table and a note under it stand at most this many blank lines away.
constexpr size_t farthest_title_blank_lines = 1;
constexpr size_t longest_title_bytes = 200;

// How sure the columns are, by the evidence.
constexpr double sure_columns = 0.9;
constexpr double uncertain_columns = 0.5;

// One line with tabs or pipes alone is no table.
constexpr size_t fewest_rows = 2;

Cell cell_of(const FlatCell& flat, size_t row, size_t column) {
  Cell cell;
  cell.row = static_cast<int>(row);
  cell.col = static_cast<int>(column);
  cell.rowspan = flat.rowspan;
  cell.colspan = flat.colspan;
  cell.text = flat.text;
  cell.text_as_read = flat.text_as_read;
  cell.marks = flat.marks;
  cell.damaged = flat.damaged;
  cell.place.line = flat.line;
  cell.place.column = flat.column;
  return cell;
}

// Labels, some of which may hold figures ("1 to 2 years", "Grade 9 - 61fte"), beside columns of nothing but figures.
bool has_label_column(const FlatGrid& grid) {
  size_t words = 0, figures = 0, filled = 0;
  for (size_t r = grid.header_rows; r < grid.rows.size(); ++r) {
    const FlatRow& row = grid.rows[r];
    words += is_filled(row.cells[0]) && std::any_of(row.cells[0].text.begin(), row.cells[0].text.end(), is_letter);
    filled += filled_cells(row, 1);
    for (size_t c = 1; c < row.cells.size(); ++c) figures += is_figure(row.cells[c].text);
  }
  return grid.header_rows > 0 && words > 0 && figures * 2 > filled;
}

Table table_of(const FlatGrid& grid, const DocumentWords& words) {
  Table table;
  table.method = TableMethod::flat;
  table.evidence = grid.evidence;
  table.rows = static_cast<int>(grid.rows.size());
  table.cols = static_cast<int>(columns_of(grid));
  table.title = grid.title;
  table.notes = grid.notes;
  table.rivals = grid.rivals;
  table.columns_uncertain = grid.columns_uncertain;
  table.confidence = grid.columns_uncertain ? uncertain_columns : sure_columns;
  table.place.line = grid.rows.empty() ? 0 : grid.rows[0].line;
  table.parts = {table.place};
  std::vector<CellLook> looks;
  const bool labelled = has_label_column(grid);
  for (size_t r = 0; r < grid.rows.size(); ++r)
    for (size_t c = 0; c < columns_of(grid); ++c) {
      const FlatCell& cell = grid.rows[r].cells[c];
      if (cell.covered) continue;
      table.cells.push_back(cell_of(cell, r, c));
      looks.push_back({.column_header = r < grid.header_rows && is_filled(cell), .row_header = labelled && c == 0 && r >= grid.header_rows, .bold = cell.bold});
    }
  type_cells(table, looks, words);
  for (Cell& cell : table.cells)
    if (grid.rows[static_cast<size_t>(cell.row)].section && cell.kind != CellKind::blank) cell.kind = CellKind::section;
  return table;
}

// A row whose line had fewer cells than the others may have lost a blank one: its values are not to be trusted to columns.
void flag_short_rows(FlatGrid& grid, Diagnostics& diagnostics) {
  for (size_t r = grid.header_rows; r < grid.rows.size(); ++r) {
    const FlatRow& row = grid.rows[r];
    const bool lone = filled_cells(row) <= 1;
    if (row.printed_cells >= columns_of(grid) || lone) continue;
    grid.columns_uncertain = true;
    std::string raw;
    for (const FlatCell& cell : row.cells) raw += (raw.empty() ? "" : "\t") + cell.text;
    diagnostics.add({"lay_out", "row_shorter_than_header", Severity::warning, {0, {}, row.line, 1}, raw,
                     "the row has fewer cells than the table; a blank cell may be lost and values may stand in the wrong column"});
  }
}

size_t previous_filled(const std::vector<TextLine>& lines, size_t first) {
  for (size_t i = first; i-- > 0 && first - i <= farthest_title_blank_lines + 1;)
    if (!trimmed(lines[i].text).empty()) return i;
  return lines.size();
}

// The paragraph right over the grid, where it announces the table.
void bind_title(FlatGrid& grid, const std::vector<TextLine>& lines, const DocumentWords& words) {
  const size_t above = previous_filled(lines, grid.first);
  if (!grid.title.empty() || above == lines.size() || lines[above].text.size() > longest_title_bytes) return;
  if (lines[above].text.find('\t') != std::string::npos || lines[above].text.starts_with('#')) return;
  const std::string text = strip_marks(lines[above].text).text;
  if (text.find('?') != std::string::npos || text.find('\n') != std::string::npos || text.find(' ') == std::string::npos) return;
  if (!split_label(text).label.empty()) return;  // a question or list item that the table answers
  if (text.ends_with(':') || words.prefix("table_caption", text) > 0) grid.title = text;
}

// Lines right under the grid that begin with a mark or a word for a note.
void bind_notes(FlatGrid& grid, const std::vector<TextLine>& lines, const DocumentWords& words) {
  size_t blanks = 0;
  for (size_t i = grid.last + 1; i < lines.size() && blanks <= farthest_title_blank_lines; ++i) {
    const std::string text = strip_marks(lines[i].text).text;
    if (text.empty()) {
      ++blanks;
      continue;
    }
    const size_t mark = text.find_first_not_of('*');
    const bool word_for_note = words.prefix("table_note", text) > 0;
    if (mark == std::string::npos || (mark == 0 && !word_for_note)) return;
    grid.notes.push_back({text.substr(0, mark), std::string(trimmed(text.substr(mark))), {}});
    blanks = 0;
  }
}

void refine(FlatGrid& grid, const KnownWords& known, Diagnostics& diagnostics) {
  drop_blank_columns_and_rows(grid);
  if (columns_of(grid) < 2) return;
  take_title_rows(grid, diagnostics);
  count_header_rows(grid);
  join_cut_cells(grid, known);
  span_group_headers(grid);
  flag_short_rows(grid, diagnostics);
  join_continued_rows(grid);
  join_wrapped_rows(grid, diagnostics);
  join_split_labels(grid);
  read_smeared_cells(grid, diagnostics);
  span_centred_labels(grid);
  span_running_text(grid);
  mark_section_rows(grid);
  mark_damaged_cells(grid, diagnostics);
}

}  // namespace

std::vector<TableInLines> find_tables_in_lines(const std::vector<TextLine>& lines, const DocumentWords& words, Diagnostics& diagnostics) {
  std::vector<TableInLines> tables;
  std::vector<FlatGrid> grids = join_cut_grids(grids_in_lines(lines), lines, words);
  if (grids.empty()) return tables;
  const KnownWords known(lines);
  for (FlatGrid& grid : grids) {
    refine(grid, known, diagnostics);
    if (columns_of(grid) < 2 || grid.rows.size() < fewest_rows) continue;
    bind_title(grid, lines, words);
    bind_notes(grid, lines, words);
    tables.push_back({grid.first, grid.last, table_of(grid, words)});
  }
  return tables;
}

}  // namespace muster
