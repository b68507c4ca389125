#include "extractors/tables/flat_rows.h"

#include <algorithm>
#include <string>

#include "schemas/text.h"

namespace muster {
namespace {

size_t count_of(std::string_view text, char c) { return static_cast<size_t>(std::count(text.begin(), text.end(), c)); }

bool has_open_bracket(std::string_view text) { return count_of(text, '(') > count_of(text, ')'); }

// Whether the filled cells of `next` go on with the cells above them.
bool continues(const FlatRow& row, const FlatRow& next) {
  if (is_filled(next.cells[0]) || filled_cells(next) == 0) return false;
  for (size_t c = 1; c < row.cells.size(); ++c) {
    if (!is_filled(next.cells[c])) continue;
    const std::string& above = row.cells[c].text;
    if (above.empty() || !(has_open_bracket(above) || (begins_lower_case(next.cells[c].text) && !is_figure(next.cells[c].text)))) return false;
  }
  return true;
}

void append_row(FlatRow& row, const FlatRow& more, std::string_view separator) {
  for (size_t c = 0; c < row.cells.size(); ++c) append_cell(row.cells[c], more.cells[c], separator);
}

// Runs of filled label cells in column 0 of the body, as [first, last] rows.
struct Run {
  size_t first = 0, last = 0;
};

std::vector<Run> label_runs(const FlatGrid& grid) {
  std::vector<Run> runs;
  for (size_t r = grid.header_rows; r < grid.rows.size(); ++r) {
    if (!is_filled(grid.rows[r].cells[0])) continue;
    if (!runs.empty() && runs.back().last + 1 == r) runs.back().last = r;
    else runs.push_back({r, r});
  }
  return runs;
}

// Whether every body row has a figure or words beside the label: only then can a label stand beside any of its rows.
bool rows_stand_without_label(const FlatGrid& grid) {
  return std::all_of(grid.rows.begin() + static_cast<long>(grid.header_rows), grid.rows.end(),
                     [](const FlatRow& row) { return is_figure(row.cells[1].text) && !row.section; });
}

void span_label(FlatGrid& grid, const Run& run, size_t first, size_t last) {
  FlatCell label;
  for (size_t r = run.first; r <= run.last; ++r) append_cell(label, grid.rows[r].cells[0], " ");
  for (size_t r = first; r <= last; ++r) {
    grid.rows[r].cells[0] = FlatCell{};
    grid.rows[r].cells[0].covered = r > first;
  }
  label.rowspan = static_cast<int>(last - first + 1);
  grid.rows[first].cells[0] = label;
}

bool has_figure_before(const FlatRow& row, size_t column) {
  return std::any_of(row.cells.begin() + 1, row.cells.begin() + static_cast<long>(column), [](const FlatCell& c) { return is_figure(c.text); });
}

// Makes the cells of rows [first, end) one cell.
void span_cells(FlatGrid& grid, size_t column, size_t first, size_t end) {
  FlatCell& whole = grid.rows[first].cells[column];
  for (size_t r = first + 1; r < end; ++r) {
    FlatCell& cell = grid.rows[r].cells[column];
    append_cell(whole, cell, " ");
    cell = FlatCell{};
    cell.covered = true;
  }
  whole.rowspan = static_cast<int>(end - first);
}

bool has_label_alone(const FlatRow& row) { return filled_cells(row) == 1 && is_filled(row.cells[0]); }

bool is_split_label(const FlatRow& row, const FlatRow& next) {
  if (!is_filled(row.cells[0]) || !is_filled(next.cells[0]) || has_label_alone(row) == has_label_alone(next)) return false;
  return label_runs_on(row.cells[0].text, next.cells[0].text);
}

}  // namespace

void join_continued_rows(FlatGrid& grid) {
  std::vector<FlatRow> rows;
  for (size_t r = 0; r < grid.rows.size(); ++r) {
    if (r > grid.header_rows && continues(rows.back(), grid.rows[r])) append_row(rows.back(), grid.rows[r], " ");
    else rows.push_back(std::move(grid.rows[r]));
  }
  grid.rows = std::move(rows);
}

void span_centred_labels(FlatGrid& grid) {
  if (columns_of(grid) < 3 || grid.rows.size() < grid.header_rows + 3) return;
  const std::vector<Run> runs = label_runs(grid);
  const bool first_row_blank = !is_filled(grid.rows[grid.header_rows].cells[0]);
  if (runs.size() < 2 || !first_row_blank || !rows_stand_without_label(grid)) return;
  size_t begin = grid.header_rows;
  for (size_t k = 0; k < runs.size(); ++k) {
    const size_t blanks = k + 1 < runs.size() ? runs[k + 1].first - runs[k].last - 1 : 0;
    if (blanks % 2 == 1) grid.columns_uncertain = true;  // an odd row between two labels belongs to either
    const size_t last = k + 1 < runs.size() ? runs[k].last + blanks / 2 : grid.rows.size() - 1;
    span_label(grid, runs[k], begin, last);
    begin = last + 1;
  }
}

void span_running_text(FlatGrid& grid) {
  for (size_t c = 2; c < columns_of(grid); ++c) {
    const auto text_in = [&](size_t r) {
      const FlatCell& cell = grid.rows[r].cells[c];
      return is_filled(cell) && !cell.covered && !is_figure(cell.text) && cell.text.find(' ') != std::string::npos;
    };
    for (size_t r = grid.header_rows; r < grid.rows.size(); ++r) {
      size_t end = r;
      bool runs_on = false;
      while (end < grid.rows.size() && text_in(end) && has_figure_before(grid.rows[end], c)) {
        runs_on = runs_on || (end > r && begins_lower_case(grid.rows[end].cells[c].text));
        ++end;
      }
      if (end > r + 1 && runs_on) span_cells(grid, c, r, end);
      r = std::max(r, end == r ? r : end - 1);
    }
  }
}

void join_split_labels(FlatGrid& grid) {
  if (columns_of(grid) < 3) return;
  std::vector<FlatRow> rows;
  for (size_t r = 0; r < grid.rows.size(); ++r) {
    if (r > grid.header_rows && is_split_label(rows.back(), grid.rows[r])) append_row(rows.back(), grid.rows[r], " ");
    else rows.push_back(std::move(grid.rows[r]));
  }
  grid.rows = std::move(rows);
}

void mark_section_rows(FlatGrid& grid) {
  if (columns_of(grid) < 2) return;
  for (size_t r = grid.header_rows; r + 1 < grid.rows.size(); ++r) {
    FlatRow& row = grid.rows[r];
    row.section = filled_cells(row) == 1 && is_filled(row.cells[0]) && !is_figure(row.cells[0].text);
  }
}

}  // namespace muster
