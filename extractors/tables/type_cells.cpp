#include "extractors/tables/type_cells.h"

#include <algorithm>
#include <numeric>

#include "extractors/tables/cell_words.h"
#include "schemas/text.h"

namespace muster {
namespace {

// Deeper headers are not seen in council papers; beyond this a block of words is body.
constexpr int most_header_rows = 6;
// Share of a column's filled cells that must be figures for the column to count as one of figures. Half: sparse columns
// have as many words ("not held") as numbers.
constexpr double figure_column_share = 0.5;
// Share of a column's filled cells that must be words for it to be a stub beside columns of figures.
constexpr double stub_words_share = 0.8;
// Longer cells are prose, not labels.
constexpr size_t label_bytes = 60;
constexpr size_t header_label_bytes = 120;
// A row of words in a table of words is its header when the cells below are this many times as long on the whole.
constexpr double prose_to_header_ratio = 1.5;
// Lone labels count as section rows only while most rows are filled.
constexpr double most_section_share = 0.5;

bool is_figure(CellWords w) { return w == CellWords::value || w == CellWords::figure || w == CellWords::range; }

// The table seen place by place.
class Grid {
 public:
  Grid(const Table& whole, const std::vector<CellLook>& looks, const DocumentWords& words)
      : table(whole), places_(static_cast<size_t>(table.rows) * static_cast<size_t>(table.cols), -1) {
    for (size_t i = 0; i < table.cells.size(); ++i) {
      const Cell& cell = table.cells[i];
      kinds_.push_back(words_in_cell(cell.text, words));
      looks_.push_back(i < looks.size() ? looks[i] : CellLook{});
      for (int r = cell.row; r < std::min(cell.row + cell.rowspan, table.rows); ++r)
        for (int c = cell.col; c < std::min(cell.col + cell.colspan, table.cols); ++c) places_[place(r, c)] = static_cast<int>(i);
    }
  }

  int index(int r, int c) const { return places_[place(r, c)]; }
  CellWords kind(int r, int c) const { return index(r, c) < 0 ? CellWords::blank : kinds_[static_cast<size_t>(index(r, c))]; }
  const Cell& cell(int i) const { return table.cells[static_cast<size_t>(i)]; }
  const CellLook& look(int i) const { return looks_[static_cast<size_t>(i)]; }

  // Distinct filled cells that cover a row (or a column, from a row on).
  std::vector<int> filled_in_row(int r) const {
    std::vector<int> out;
    for (int c = 0; c < table.cols; ++c) note(index(r, c), out);
    return out;
  }
  std::vector<int> filled_in_column(int c, int first_row) const {
    std::vector<int> out;
    for (int r = first_row; r < table.rows; ++r)
      if (index(r, c) >= 0 && cell(index(r, c)).colspan < std::max(2, table.cols)) note(index(r, c), out);
    return out;
  }
  CellWords kind_of(int i) const { return kinds_[static_cast<size_t>(i)]; }
  bool spans_row(int i) const { return cell(i).colspan >= table.cols && table.cols > 1; }

  const Table& table;

 private:
  size_t place(int r, int c) const { return static_cast<size_t>(r) * static_cast<size_t>(table.cols) + static_cast<size_t>(c); }
  void note(int i, std::vector<int>& out) const {
    if (i >= 0 && kind_of(i) != CellWords::blank && (out.empty() || out.back() != i)) out.push_back(i);
  }

  std::vector<int> places_;
  std::vector<CellWords> kinds_;
  std::vector<CellLook> looks_;
};

// 29, 30, 31: pay points, serial numbers, weeks.
bool is_series(const Grid& grid, const std::vector<int>& cells) {
  if (cells.size() < 3) return false;
  long previous = 0;
  for (size_t i = 0; i < cells.size(); ++i) {
    const std::string text(trimmed(grid.cell(cells[i]).text));
    if (text.empty() || text.size() > 4 || !std::ranges::all_of(text, is_digit)) return false;
    const long number = std::stol(text);
    if (i > 0 && number != previous + 1) return false;
    previous = number;
  }
  return true;
}

double share(const Grid& grid, const std::vector<int>& cells, bool (*holds)(CellWords)) {
  if (cells.empty()) return 0;
  const auto n = std::ranges::count_if(cells, [&](int i) { return holds(grid.kind_of(i)); });
  return static_cast<double>(n) / static_cast<double>(cells.size());
}

bool is_label_kind(CellWords w) { return w == CellWords::words || w == CellWords::period; }
bool is_range(CellWords w) { return w == CellWords::range; }

// A line of cells that can be labels: words or periods, or all of them ranges, or a series.
bool are_labels(const Grid& grid, const std::vector<int>& cells) {
  return std::ranges::all_of(cells, [&](int i) { return is_label_kind(grid.kind_of(i)); }) ||
         share(grid, cells, is_range) == 1 || is_series(grid, cells);
}

// Labels that stand over the first figure are headers (of which it is not yet known how many there are), not content.
bool is_figure_column(const Grid& grid, int c, int first_row) {
  std::vector<int> cells = grid.filled_in_column(c, first_row);
  const auto figure = std::ranges::find_if(cells, [&](int i) { return is_figure(grid.kind_of(i)); });
  if (figure - cells.begin() < most_header_rows) cells.erase(cells.begin(), figure);
  return share(grid, cells, is_figure) >= figure_column_share;
}

bool all_look(const Grid& grid, const std::vector<int>& cells, bool CellLook::* what) {
  return std::ranges::all_of(cells, [&](int i) { return grid.look(i).*what; });
}

size_t mean_length(const Grid& grid, const std::vector<int>& cells) {
  size_t sum = 0;
  for (const int i : cells) sum += grid.cell(i).text.size();
  return cells.empty() ? 0 : sum / cells.size();
}

std::vector<int> beyond_first_column(const Grid& grid, std::vector<int> cells) {
  std::erase_if(cells, [&](int i) { return grid.cell(i).col == 0 && grid.cell(i).colspan == 1; });
  return cells;
}

// --- header rows ---

// Whether every row is declared or bold, so that the mark tells nothing.
bool marks_everything(const Grid& grid, bool CellLook::* what) {
  for (int r = 0; r < grid.table.rows; ++r)
    if (!all_look(grid, grid.filled_in_row(r), what)) return false;
  return true;
}

bool is_marked_header(const Grid& grid, int r, bool CellLook::* what) {
  const std::vector<int> cells = grid.filled_in_row(r);
  const bool enough = cells.size() >= 2 || (cells.size() == 1 && (grid.spans_row(cells[0]) || grid.table.cols <= 2));
  return enough && all_look(grid, cells, what) && !marks_everything(grid, what);
}

// Labels over columns of figures: at least half of those columns have a label of their own in this row.
bool stands_over_figures(const Grid& grid, int r) {
  const std::vector<int> cells = grid.filled_in_row(r);
  const std::vector<int> labels = beyond_first_column(grid, cells);
  if (labels.empty() || !are_labels(grid, labels)) return false;
  if (mean_length(grid, cells) > header_label_bytes) return false;
  int figures = 0, labelled = 0;
  for (int c = 0; c < grid.table.cols; ++c) {
    if (!is_figure_column(grid, c, r + 1)) continue;
    ++figures;
    labelled += grid.kind(r, c) != CellWords::blank;
  }
  return figures > 0 && labelled * 2 >= figures;
}

// A full row of short labels over columns of prose.
bool stands_over_prose(const Grid& grid, int r) {
  const Table& t = grid.table;
  const std::vector<int> cells = grid.filled_in_row(r);
  if (t.cols < 3 || t.rows - r < 3 || static_cast<int>(cells.size()) < t.cols || !are_labels(grid, cells)) return false;
  std::vector<int> body;
  for (int below = r + 1; below < t.rows; ++below)
    for (const int i : grid.filled_in_row(below)) body.push_back(i);
  const size_t header = mean_length(grid, cells);
  return header <= label_bytes && static_cast<double>(mean_length(grid, body)) >= prose_to_header_ratio * static_cast<double>(header);
}

// An empty form: a full row of labels, and nothing below it but the row labels.
bool stands_over_blanks(const Grid& grid, int r) {
  const std::vector<int> cells = grid.filled_in_row(r);
  if (grid.table.cols < 2 || static_cast<int>(cells.size()) < grid.table.cols || !are_labels(grid, cells)) return false;
  for (int c = 1; c < grid.table.cols; ++c)
    if (!grid.filled_in_column(c, r + 1).empty()) return false;
  return r + 1 < grid.table.rows;
}

// A header row may go on below when it has spans or gaps that want labels of their own.
bool wants_more(const Grid& grid, int r) {
  for (int c = 0; c < grid.table.cols; ++c) {
    const int i = grid.index(r, c);
    if (i < 0 || grid.kind_of(i) == CellWords::blank) return true;
    if (grid.cell(i).colspan > 1) return true;
  }
  return false;
}

bool is_title_row(const Grid& grid, int r) {
  const std::vector<int> cells = grid.filled_in_row(r);
  return cells.size() == 1 && grid.spans_row(cells[0]) && is_label_kind(grid.kind_of(cells[0]));
}

bool is_header_row(const Grid& grid, int r) {
  if (is_marked_header(grid, r, &CellLook::column_header) || is_marked_header(grid, r, &CellLook::bold)) {
    const std::vector<int> labels = beyond_first_column(grid, grid.filled_in_row(r));
    return share(grid, labels, [](CellWords w) { return w == CellWords::value; }) < 0.5 || all_look(grid, labels, &CellLook::column_header);
  }
  if (r > 0 && !is_title_row(grid, r - 1) && !wants_more(grid, r - 1)) return false;
  return stands_over_figures(grid, r) || (r == 0 && (stands_over_prose(grid, r) || stands_over_blanks(grid, r)));
}

// A label that reaches down over several rows makes them all header rows.
int reach_of_spans(const Grid& grid, int rows) {
  int reach = rows;
  for (int c = 0; rows > 0 && c < grid.table.cols; ++c) {
    const int i = grid.index(rows - 1, c);
    if (i >= 0) reach = std::max(reach, grid.cell(i).row + grid.cell(i).rowspan);
  }
  const auto has_figures = [&](int r) { return share(grid, grid.filled_in_row(r), is_figure) > 0; };
  for (int r = rows; r < reach; ++r)
    if (has_figures(r)) return rows;
  return reach < grid.table.rows ? reach : rows;
}

// "Agency staff" alone in the first row, over one of several columns whose labels stand in the next: rows of labels above the
// first that stands over the figures belong to the header with it.
int loose_rows_above(const Grid& grid, int most) {
  for (int r = 0; r < most; ++r) {
    const std::vector<int> cells = grid.filled_in_row(r);
    if (stands_over_figures(grid, r)) return r;
    if (cells.empty() || !are_labels(grid, cells) || mean_length(grid, cells) > label_bytes || (cells.size() == 1 && grid.cell(cells[0]).col == 0)) return 0;
  }
  return 0;
}

int count_header_rows(const Grid& grid) {
  const int most = std::min(most_header_rows, grid.table.rows - 1);
  int rows = loose_rows_above(grid, most), last_header = rows;
  while (rows < most) {
    if (is_header_row(grid, rows) && (rows == 0 || !is_title_row(grid, rows))) last_header = rows + 1;
    else if (rows != 0 || !is_title_row(grid, 0)) break;
    ++rows;
  }
  return reach_of_spans(grid, last_header);
}

// --- stub columns ---

bool is_declared_stub(const Grid& grid, int c, int first_row) {
  const std::vector<int> cells = grid.filled_in_column(c, first_row);
  const auto declared = std::ranges::count_if(cells, [&](int i) { return grid.look(i).row_header || grid.look(i).column_header; });
  return !cells.empty() && declared * 2 > static_cast<long>(cells.size());
}

// The last column of figures, -1 when there is none: what stands left of it may be its labels.
int last_figure_column(const Grid& grid, int first_row) {
  int c = grid.table.cols - 1;
  while (c >= 0 && !is_figure_column(grid, c, first_row)) --c;
  return c;
}

// Labels beside prose: "Request" | "I would like to know ...", or bold words beside plain ones.
bool is_label_column(const Grid& grid, int first_row) {
  const std::vector<int> labels = grid.filled_in_column(0, first_row);
  std::vector<int> others;
  for (int c = 1; c < grid.table.cols; ++c)
    for (const int i : grid.filled_in_column(c, first_row)) others.push_back(i);
  const int body_rows = grid.table.rows - first_row;
  if (labels.empty() || static_cast<int>(labels.size()) * 2 < body_rows) return false;
  if (share(grid, labels, is_label_kind) < stub_words_share) return false;
  if (others.empty()) return true;  // an empty form
  if (all_look(grid, labels, &CellLook::bold) && !all_look(grid, others, &CellLook::bold)) return true;
  return mean_length(grid, labels) <= label_bytes && mean_length(grid, labels) < mean_length(grid, others);
}

bool is_stub(const Grid& grid, int c, int first_row, int last_figures) {
  if (is_declared_stub(grid, c, first_row)) return true;
  const std::vector<int> cells = grid.filled_in_column(c, first_row);
  if (cells.empty()) return c == 0 && last_figures > 0 && grid.table.cols > 2;
  if (c >= last_figures) return c == 0 && is_label_column(grid, first_row);
  return share(grid, cells, is_label_kind) >= stub_words_share || (c == 0 && are_labels(grid, cells));
}

int count_stub_columns(const Grid& grid, int header_rows) {
  const int last_figures = last_figure_column(grid, header_rows);
  int columns = 0;
  while (columns < grid.table.cols - 1 && is_stub(grid, columns, header_rows, last_figures)) ++columns;
  return columns;
}

// --- rows that are no records ---

bool starts_a_note(const std::string& text, const DocumentWords& words) {
  return words.prefix("table_note", text) > 0;
}

// The filled cell of a row that names the rows below it, -1 when the row is none.
int section_cell(const Grid& grid, int r, int stub_cols) {
  const std::vector<int> cells = grid.filled_in_row(r);
  if (cells.size() != 1 || grid.cell(cells[0]).row != r || grid.table.cols < 2) return -1;
  const int i = cells[0];
  if (grid.kind_of(i) == CellWords::value) return -1;
  if (grid.spans_row(i)) return i;
  const bool in_stub = grid.cell(i).col < std::max(1, stub_cols);
  return in_stub && r + 1 < grid.table.rows && grid.filled_in_row(r + 1).size() > 1 ? i : -1;
}

bool is_lone_label(const Grid& grid, int i) { return !grid.spans_row(i); }

void type_sections(Table& table, const Grid& grid, const DocumentWords& words) {
  std::vector<int> sections;
  for (int r = table.header_rows; r < table.rows; ++r)
    if (const int i = section_cell(grid, r, table.stub_cols); i >= 0) sections.push_back(i);
  const auto lone = std::ranges::count_if(sections, [&](int i) { return is_lone_label(grid, i); });
  const bool too_many = static_cast<double>(lone) > most_section_share * (table.rows - table.header_rows);
  for (const int i : sections) {
    if (too_many && is_lone_label(grid, i)) continue;
    Cell& cell = table.cells[static_cast<size_t>(i)];
    cell.kind = CellKind::section;
    const bool at_end = cell.row + cell.rowspan >= table.rows || starts_a_note(cell.text, words);
    if (at_end && grid.spans_row(i)) table.notes.push_back({.text = cell.text});
  }
}

CellKind kind_at(const Table& table, const Grid& grid, int i, const DocumentWords& words) {
  const Cell& cell = grid.cell(i);
  if (grid.kind_of(i) == CellWords::blank) return CellKind::blank;
  const bool header = cell.row < table.header_rows, stub = cell.col < table.stub_cols;
  if ((header || stub) && words.is("total", cell.text)) return CellKind::total;
  if (header) return CellKind::column_header;
  return stub ? CellKind::row_header : CellKind::data;
}

}  // namespace

void type_cells(Table& table, const std::vector<CellLook>& looks, const DocumentWords& words) {
  if (table.rows <= 0 || table.cols <= 0) return;
  const Grid grid(table, looks, words);
  table.header_rows = count_header_rows(grid);
  table.stub_cols = count_stub_columns(grid, table.header_rows);
  for (size_t i = 0; i < table.cells.size(); ++i) {
    Cell& cell = table.cells[i];
    cell.kind = kind_at(table, grid, static_cast<int>(i), words);
    const bool header = cell.row < table.header_rows;
    cell.header_level = header ? cell.row : cell.col < table.stub_cols ? cell.col : 0;
  }
  type_sections(table, grid, words);
}

}  // namespace muster
