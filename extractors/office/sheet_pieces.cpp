#include "extractors/office/sheet_pieces.h"

#include <algorithm>
#include <map>

#include "schemas/text.h"

namespace muster {
namespace {

using Cells = std::vector<const SheetCell*>;

// Parts of a table may be this many blank rows apart.
constexpr int most_rows_between_parts = 2;
// Tables beside tables beside tables: deeper is not read apart.
constexpr int most_nested_cuts = 8;
// A lone cell under a table with more words than this is a note, not a label without figures.
constexpr size_t note_bytes = 40;

// Groups of cells whose extents along one direction touch; `begin` and `end` give a cell's extent.
template <class Begin, class End>
std::vector<Cells> parted(Cells cells, Begin begin, End end) {
  std::ranges::stable_sort(cells, {}, begin);
  std::vector<Cells> out;
  int reach = -1;
  for (const SheetCell* cell : cells) {
    if (out.empty() || begin(cell) > reach) out.emplace_back();
    out.back().push_back(cell);
    reach = std::max(reach, end(cell));
  }
  for (Cells& group : out) std::ranges::stable_sort(group, {}, [](const SheetCell* c) { return std::pair(c->row, c->col); });
  return out;
}

std::vector<Cells> bands(Cells cells) {
  return parted(std::move(cells), [](const SheetCell* c) { return c->row; }, [](const SheetCell* c) { return c->row + c->rowspan; });
}

std::vector<Cells> columns(Cells cells) {
  return parted(std::move(cells), [](const SheetCell* c) { return c->col; }, [](const SheetCell* c) { return c->col + c->colspan; });
}

std::map<int, Cells> rows_of(const Cells& cells) {
  std::map<int, Cells> rows;
  for (const SheetCell* cell : cells) rows[cell->row].push_back(cell);
  return rows;
}

int first_column(const Cells& cells) { return std::ranges::min(cells, {}, &SheetCell::col)->col; }
int last_column(const Cells& cells) {
  int last = 0;
  for (const SheetCell* c : cells) last = std::max(last, c->col + c->colspan - 1);
  return last;
}
int last_row(const Cells& cells) {
  int last = 0;
  for (const SheetCell* c : cells) last = std::max(last, c->row + c->rowspan - 1);
  return last;
}

bool is_figure(const SheetCell* cell) { return cell->number && !cell->label_year; }

bool is_grid(const Cells& cells) {
  const std::map<int, Cells> rows = rows_of(cells);
  return std::ranges::count_if(rows, [](const auto& row) { return row.second.size() >= 2; }) >= 2;
}

// Whether the part below a blank row goes on with the table above: within its columns, its first full row holding figures.
bool goes_on(const Cells& above, const Cells& below) {
  if (below.front()->row - last_row(above) - 1 > most_rows_between_parts || !is_grid(above)) return false;
  if (first_column(below) < first_column(above) || last_column(below) > last_column(above)) return false;
  for (const auto& [row, cells] : rows_of(below)) {
    if (cells.size() < 2) continue;
    return std::ranges::any_of(cells.begin() + 1, cells.end(), is_figure) && first_column(cells) == first_column(above);
  }
  return false;
}

std::vector<Cells> joined_bands(std::vector<Cells> all) {
  std::vector<Cells> out;
  for (Cells& band : all) {
    if (!out.empty() && goes_on(out.back(), band)) out.back().insert(out.back().end(), band.begin(), band.end());
    else out.push_back(std::move(band));
  }
  return out;
}

bool is_prose(const SheetCell* cell) {
  return !cell->number && plain_text(cell->text).size() > note_bytes;
}

// Side by side stand two tables only when the right one has labels of its own; else the blank column is a gap in one table.
bool has_own_labels(const Cells& right) {
  const int col = first_column(right);
  int words = 0, all = 0;
  for (const SheetCell* cell : right) {
    if (cell->col != col || cell->row == right.front()->row) continue;
    ++all;
    words += !is_figure(cell);
  }
  return all > 0 && words * 2 > all && last_column(right) > col;
}

std::vector<Cells> side_by_side(const Cells& cells) {
  std::vector<Cells> out;
  for (Cells& part : columns(cells)) {
    if (!out.empty() && !(is_grid(out.back()) && is_grid(part) && has_own_labels(part))) out.back().insert(out.back().end(), part.begin(), part.end());
    else out.push_back(std::move(part));
  }
  for (Cells& part : out) std::ranges::stable_sort(part, {}, [](const SheetCell* c) { return std::pair(c->row, c->col); });
  return out;
}

void add_lines(const Cells& cells, std::vector<SheetPiece>& out) {
  if (!cells.empty()) out.push_back({.table = false, .cells = cells});
}

void cut(Cells cells, int depth, std::vector<SheetPiece>& out);

// Titles, the table or tables, notes.
void cut_band(const Cells& band, int depth, std::vector<SheetPiece>& out) {
  const std::map<int, Cells> rows = rows_of(band);
  auto first = rows.begin();
  Cells above, middle, below;
  for (; first != rows.end() && first->second.size() == 1 && !is_figure(first->second[0]); ++first) above.push_back(first->second[0]);
  auto last = rows.end();
  while (last != first && std::prev(last)->second.size() == 1 && is_prose(std::prev(last)->second[0])) --last;
  for (auto row = first; row != last; ++row) middle.insert(middle.end(), row->second.begin(), row->second.end());
  for (auto row = last; row != rows.end(); ++row) below.push_back(row->second[0]);
  add_lines(above, out);
  if (!middle.empty()) {
    const std::vector<Cells> parts = side_by_side(middle);
    if (parts.size() > 1 && depth < most_nested_cuts) {
      for (const Cells& part : parts) cut(part, depth + 1, out);
    } else {
      out.push_back({.table = true, .cells = middle});
    }
  }
  add_lines(below, out);
}

void cut(Cells cells, int depth, std::vector<SheetPiece>& out) {
  for (const Cells& band : joined_bands(bands(std::move(cells)))) cut_band(band, depth, out);
}

}  // namespace

namespace {

// "Area | Wales" between the title and the table: a row of words beside a table is a line of text.
void take_lone_rows_for_lines(std::vector<SheetPiece>& pieces) {
  const auto is_table = [](const SheetPiece& p) { return p.table && rows_of(p.cells).size() > 1; };
  if (std::ranges::none_of(pieces, is_table)) return;
  for (SheetPiece& p : pieces)
    if (p.table && !is_table(p) && std::ranges::none_of(p.cells, is_figure)) p.table = false;
}

}  // namespace

std::vector<SheetPiece> sheet_pieces(const Sheet& sheet) {
  Cells cells;
  for (const SheetCell& cell : sheet.cells) cells.push_back(&cell);
  std::vector<SheetPiece> out;
  if (!cells.empty()) cut(std::move(cells), 0, out);
  take_lone_rows_for_lines(out);
  return out;
}

}  // namespace muster
