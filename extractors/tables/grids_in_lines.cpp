#include "extractors/tables/grids_in_lines.h"

#include <algorithm>

#include "extractors/layout/line_labels.h"
#include "extractors/read/limits.h"
#include "schemas/text.h"

namespace muster {
namespace {

bool is_blank_line(const TextLine& line) { return trimmed(line.text).empty(); }

// Wider lines are no rows of a table.
constexpr size_t most_columns = 256;
// A longer run of rows makes several tables, so that none has more cells than a table may have.
constexpr size_t most_rows = Limits{}.table_cells / most_columns;

// --- tabs

enum class TabLine { none, one_cell, row };

// A line with one cell behind a tab may be a cell of a grid that has one cell on each line. A label and its text are no row.
TabLine tab_line(std::string_view text) {
  const size_t tab = text.find('\t');
  if (tab == std::string::npos || trimmed(text).empty()) return TabLine::none;
  const std::vector<std::string_view> cells = split(text, '\t');
  if (cells.size() == 2 && trimmed(cells[0]).empty()) return TabLine::one_cell;
  if (cells.size() > most_columns) return TabLine::none;
  if (cells.size() == 2 && split_label(std::string(cells[0]) + " ").text.empty()) return TabLine::none;
  return TabLine::row;
}

FlatRow tab_row(const TextLine& line) {
  FlatRow row;
  row.line = line.number;
  int column = 1;
  for (std::string_view cell : split(line.text, '\t')) {
    row.cells.push_back(make_cell(cell, line.number, column));
    column += static_cast<int>(cell.size()) + 1;
  }
  row.printed_cells = row.cells.size();
  return row;
}

// "Our ref:<tab>1234": keys with values are lines of a letter, no table.
bool are_keyed_lines(const FlatGrid& grid) {
  if (columns_of(grid) != 2) return false;
  for (const FlatRow& row : grid.rows)
    if (!row.cells[0].text.ends_with(':')) return false;
  return true;
}

bool has_letters_or_digits(const FlatGrid& grid) {
  for (const FlatRow& row : grid.rows)
    for (const FlatCell& cell : row.cells)
      for (char c : cell.text)
        if (is_letter(c) || is_digit(c)) return true;
  return false;
}

// --- pipes

bool is_pipe_row(std::string_view text) {
  if (static_cast<size_t>(std::count(text.begin(), text.end(), '|')) > most_columns) return false;
  const std::string_view t = trimmed(text);
  if (t.starts_with('|')) return t.find('|', 1) != std::string_view::npos;
  const size_t first = t.find(" | ");
  return first != std::string_view::npos && t.find(" | ", first + 1) != std::string_view::npos;
}

bool is_pipe_ruling(std::string_view text) { return trimmed(text).find_first_not_of("|-: +=") == std::string_view::npos; }

FlatRow pipe_row(const TextLine& line) {
  constexpr std::string_view escaped_pipe_stand_in = "\x1F";
  std::string text(trimmed(line.text));
  for (size_t at = text.find("\\|"); at != std::string::npos; at = text.find("\\|", at)) text.replace(at, 2, escaped_pipe_stand_in);
  std::string_view inside = text;
  if (inside.starts_with('|')) inside.remove_prefix(1);
  if (inside.ends_with('|')) inside.remove_suffix(1);
  FlatRow row;
  row.line = line.number;
  for (std::string_view raw : split(inside, '|')) {
    std::string cell(raw);
    for (char& c : cell)
      if (c == escaped_pipe_stand_in[0]) c = '|';
    row.cells.push_back(make_cell(cell, line.number, static_cast<int>(raw.data() - text.data()) + 1));
  }
  row.printed_cells = row.cells.size();
  return row;
}

// --- one cell a line

// Lines from `first` that hold one cell each, up to the next blank line.
FlatRow cell_line_group(const std::vector<TextLine>& lines, size_t first) {
  FlatRow row;
  row.line = lines[first].number;
  for (size_t i = first; i < lines.size() && tab_line(lines[i].text) == TabLine::one_cell && row.cells.size() <= most_columns; ++i)
    row.cells.push_back(make_cell(lines[i].text, lines[i].number, 2));
  row.printed_cells = row.cells.size();
  return row;
}

size_t next_filled_line(const std::vector<TextLine>& lines, size_t from) {
  while (from < lines.size() && is_blank_line(lines[from])) ++from;
  return from;
}

// One kind of grid: how its lines look, and how it is read.
struct GridKind {
  bool (*is_row)(std::string_view);
  std::optional<FlatGrid> (*grid_at)(const std::vector<TextLine>&, size_t);
  size_t starts;  // from how many first lines of a run a grid is looked for: a stray line may stand over it
  bool by_run;    // a run that makes no grid from its first lines on makes none from later ones
};

bool is_tab_line(std::string_view text) { return tab_line(text) != TabLine::none; }

std::optional<FlatGrid> tab_or_cell_line_grid_at(const std::vector<TextLine>& lines, size_t first) {
  std::optional<FlatGrid> grid = tab_grid_at(lines, first);
  return grid ? std::move(grid) : cell_line_grid_at(lines, first);
}

// In the order of their evidence.
constexpr GridKind grid_kinds[] = {
    {is_pipe_row, pipe_grid_at, 1, true},
    {is_tab_line, tab_or_cell_line_grid_at, 1, true},
    {may_be_aligned_row, aligned_figures_grid_at, 1, false},
    {may_be_aligned_row, blank_aligned_grid_at, 3, true},
    {may_head_figure_rows, figure_rows_grid_at, 1, false},
    {may_head_year_rows, year_rows_grid_at, 1, false},
    {may_begin_stack, stacked_grid_at, 1, false},
};

// The grid of this kind at line `first`; `next` becomes the line to go on with.
std::optional<FlatGrid> grid_of_kind(const GridKind& kind, const std::vector<TextLine>& lines, size_t first, size_t& next) {
  next = first;
  if (!kind.is_row(lines[first].text)) return std::nullopt;
  for (size_t start = first; start < lines.size() && start < first + kind.starts && kind.is_row(lines[start].text); ++start)
    if (std::optional<FlatGrid> grid = kind.grid_at(lines, start)) {
      next = grid->last + 1;
      return grid;
    }
  while (kind.by_run && next < lines.size() && kind.is_row(lines[next].text)) ++next;
  return std::nullopt;
}

}  // namespace

std::optional<FlatGrid> pipe_grid_at(const std::vector<TextLine>& lines, size_t first) {
  if (!is_pipe_row(lines[first].text)) return std::nullopt;
  FlatGrid grid;
  grid.first = first;
  grid.evidence = "cells parted by pipes";
  for (size_t i = first; i < lines.size() && is_pipe_row(lines[i].text) && grid.rows.size() < most_rows; ++i) {
    grid.last = i;
    if (!is_pipe_ruling(lines[i].text)) {
      grid.rows.push_back(pipe_row(lines[i]));
    } else if (!grid.ruled_header && !grid.rows.empty()) {
      grid.ruled_header = true;
      grid.header_rows = grid.rows.size();
    }
  }
  pad_rows(grid);
  if (grid.rows.size() < 2 || columns_of(grid) < 2) return std::nullopt;
  return grid;
}

std::optional<FlatGrid> tab_grid_at(const std::vector<TextLine>& lines, size_t first) {
  if (tab_line(lines[first].text) == TabLine::none) return std::nullopt;
  FlatGrid grid;
  grid.first = first;
  grid.evidence = "cells parted by tabs";
  bool has_row = false;
  for (size_t i = first; i < lines.size(); ++i) {
    const TabLine kind = tab_line(lines[i].text);
    if (kind == TabLine::none || grid.rows.size() == most_rows) break;
    has_row = has_row || kind == TabLine::row;
    grid.rows.push_back(tab_row(lines[i]));
    grid.last = i;
  }
  pad_rows(grid);
  if (!has_row || are_keyed_lines(grid)) return std::nullopt;
  return grid;
}

std::optional<FlatGrid> cell_line_grid_at(const std::vector<TextLine>& lines, size_t first) {
  if (tab_line(lines[first].text) != TabLine::one_cell) return std::nullopt;
  FlatGrid grid;
  grid.first = first;
  grid.evidence = "one cell a line, rows parted by blank lines";
  size_t at = first;
  while (at < lines.size() && tab_line(lines[at].text) == TabLine::one_cell && grid.rows.size() < most_rows) {
    FlatRow row = cell_line_group(lines, at);
    grid.last = at + row.cells.size() - 1;
    at = next_filled_line(lines, grid.last + 1);
    grid.rows.push_back(std::move(row));
  }
  pad_rows(grid);
  if (grid.rows.size() < 2 || columns_of(grid) < 2 || columns_of(grid) > most_columns) return std::nullopt;
  return grid;
}

std::vector<FlatGrid> grids_in_lines(const std::vector<TextLine>& lines) {
  std::vector<FlatGrid> grids;
  for (size_t i = 0; i < lines.size();) {
    size_t next = i;
    for (const GridKind& kind : grid_kinds) {
      std::optional<FlatGrid> grid = grid_of_kind(kind, lines, i, next);
      if (grid && has_letters_or_digits(*grid)) grids.push_back(std::move(*grid));
      if (next > i) break;
    }
    i = std::max(next, i + 1);
  }
  return grids;
}

}  // namespace muster
