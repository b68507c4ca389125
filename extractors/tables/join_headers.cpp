#include "extractors/tables/join_headers.h"

#include <algorithm>
#include <cmath>

#include "extractors/tables/cell_words.h"

namespace muster {
namespace {

constexpr int most_header_rows = 4;
constexpr float widest_gap_pt = 14;      // between the header's frame and the first row: less than a line
constexpr float column_slack_pt = 12;    // figures are centred under wider heads
constexpr double least_figure_share = 0.6;

bool is_figure(CellWords w) { return w == CellWords::value || w == CellWords::figure; }

// Labels only, and at least two of them beside the first column.
bool is_header_alone(const Table& table, const DocumentWords& words) {
  if (table.rows > most_header_rows || table.cols < 3) return false;
  int labels = 0;
  for (const Cell& c : table.cells) {
    const CellWords kind = words_in_cell(c.text, words);
    if (is_figure(kind)) return false;
    labels += c.col > 0 && kind != CellWords::blank;
  }
  return labels >= 2;
}

bool begins_with_figures(const Table& table, const DocumentWords& words) {
  int figures = 0, filled = 0;
  for (const Cell& c : table.cells) {
    if (c.row > 0 || c.col == 0) continue;
    const CellWords kind = words_in_cell(c.text, words);
    figures += is_figure(kind);
    filled += kind != CellWords::blank;
  }
  return filled > 1 && figures >= least_figure_share * filled;
}

// Middles of the figures of the body stand under the cells of the header's last row, column by column.
bool same_columns(const Table& header, const Table& body) {
  if (header.cols != body.cols) return false;
  return std::all_of(body.cells.begin(), body.cells.end(), [&](const Cell& c) {
    if (c.row > 0 || c.col == 0 || c.place.box.empty()) return true;
    const Cell* head = cell_at(header, header.rows - 1, c.col);
    return !head || head->place.box.empty() ||
           (c.place.box.center_x() > head->place.box.x0 - column_slack_pt && c.place.box.center_x() < head->place.box.x1 + column_slack_pt);
  });
}

bool stands_over(const Table& header, const Table& body) {
  const float gap = body.place.box.y0 - header.place.box.y1;
  return header.place.page == body.place.page && header.notes.empty() && body.title.empty() && gap < widest_gap_pt && gap > -widest_gap_pt && same_columns(header, body);
}

void put_over(const TablePart& header, TablePart& body) {
  Table& table = body.table;
  for (Cell& c : table.cells) c.row += header.table.rows;
  table.cells.insert(table.cells.begin(), header.table.cells.begin(), header.table.cells.end());
  body.looks.insert(body.looks.begin(), header.looks.begin(), header.looks.end());
  table.rows += header.table.rows;
  table.title = header.table.title;
  table.place.box = united(header.table.place.box, table.place.box);
  if (!table.parts.empty()) table.parts.front().box = table.place.box;
  table.evidence += "; its header stands in a frame of its own";
  body.begins_page = header.begins_page;
}

}  // namespace

std::vector<TablePart> joined_headers(std::vector<TablePart> parts, const DocumentWords& words) {
  std::vector<TablePart> out;
  for (TablePart& part : parts) {
    const bool headed = !out.empty() && is_header_alone(out.back().table, words) && begins_with_figures(part.table, words) && stands_over(out.back().table, part.table);
    if (headed) {
      put_over(out.back(), part);
      out.pop_back();
    }
    out.push_back(std::move(part));
  }
  return out;
}

}  // namespace muster
