#include "extractors/tables/turned_headers.h"

#include <algorithm>
#include <string>
#include <vector>

#include "extractors/tables/values.h"
#include "schemas/text.h"

namespace muster {
namespace {

constexpr float tallest_head_pt = 220;   // turned heads reach this far up; longer ones would be paragraphs on their side
constexpr float overlap_pt = 4;          // of heads and the first row
constexpr float same_line_pt = 3;        // runs of one turned line
constexpr uint16_t reads_down = 90, reads_up = 270;

struct TurnedLine {
  float x = 0;            // middle of the line
  uint16_t rotation = 0;
  Box box;
  struct Piece {
    float begin, end;  // in reading direction
    std::string text;
  };
  std::vector<Piece> pieces;
};

bool begins_with_figures(const Table& table) {
  int figures = 0, filled = 0;
  for (const Cell& c : table.cells) {
    if (c.row > 0 || c.text.empty()) continue;
    ++filled;
    figures += is_value(c.text) && !is_year(c.text);
  }
  return figures > 0 && 2 * figures >= filled;
}

std::vector<TurnedLine> lines_above(const Page& page, const Box& table) {
  std::vector<TurnedLine> lines;
  for (const GlyphRun& run : page.runs) {
    if ((run.rotation != reads_down && run.rotation != reads_up) || run.invisible || run.artifact) continue;
    const bool above = run.box.y1 < table.y0 + overlap_pt && run.box.y0 > table.y0 - tallest_head_pt;
    if (!above || run.box.center_x() < table.x0 - overlap_pt || run.box.center_x() > table.x1 + overlap_pt) continue;
    auto line = std::ranges::find_if(lines, [&](const TurnedLine& l) {
      return l.rotation == run.rotation && std::abs(l.x - run.box.center_x()) < same_line_pt;
    });
    if (line == lines.end()) line = lines.insert(lines.end(), TurnedLine{run.box.center_x(), run.rotation, run.box, {}});
    line->box = united(line->box, run.box);
    const bool up = run.rotation == reads_up;
    line->pieces.push_back({up ? -run.box.y1 : run.box.y0, up ? -run.box.y0 : run.box.y1, run_text(page, run)});
  }
  // Lines of one head follow one another to the right when it reads up, to the left when it reads down.
  std::ranges::sort(lines, [](const TurnedLine& a, const TurnedLine& b) { return a.rotation == reads_down ? a.x > b.x : a.x < b.x; });
  return lines;
}

struct Column {
  Box box;
  std::string head;
  Box head_box;
};

std::vector<Column> columns_of(const Table& table) {
  std::vector<Column> columns(static_cast<size_t>(table.cols));
  for (const Cell& c : table.cells)
    if (c.colspan == 1 && !c.text.empty() && !c.place.box.empty() && c.place.page == table.place.page) {
      Box& box = columns[static_cast<size_t>(c.col)].box;
      box = box.empty() ? c.place.box : united(box, c.place.box);
    }
  return columns;
}

// Runs may be single letters: a blank stands where the gap is wider than between letters.
std::string text_of(const TurnedLine& line) {
  constexpr float blank_share = 0.15f;  // of the line's height
  std::vector<TurnedLine::Piece> pieces = line.pieces;
  std::ranges::sort(pieces, {}, &TurnedLine::Piece::begin);
  const float height = line.box.x1 - line.box.x0;
  std::string text;
  for (size_t i = 0; i < pieces.size(); ++i) {
    if (i > 0 && pieces[i].begin - pieces[i - 1].end > blank_share * height) text += ' ';
    text += pieces[i].text;
  }
  return text;
}

float distance(const Box& column, float x) { return x < column.x0 ? column.x0 - x : x > column.x1 ? x - column.x1 : 0; }

void put_head(Column& column, const TurnedLine& line) {
  column.head = single_spaced(column.head + " " + text_of(line));
  column.head_box = column.head_box.empty() ? line.box : united(column.head_box, line.box);
}

}  // namespace

void add_turned_headers(const Page& page, TablePart& part) {
  Table& table = part.table;
  if (table.cols < 2 || !begins_with_figures(table)) return;
  std::vector<Column> columns = columns_of(table);
  for (const TurnedLine& line : lines_above(page, table.place.box)) {
    const auto nearest = std::ranges::min_element(columns, {}, [&](const Column& c) { return c.box.empty() ? tallest_head_pt : distance(c.box, line.x); });
    if (nearest != columns.end() && !nearest->box.empty()) put_head(*nearest, line);
  }
  const auto headed = std::ranges::count_if(columns, [](const Column& c) { return !c.head.empty(); });
  if (2 * headed < table.cols) return;
  for (Cell& c : table.cells) ++c.row;
  std::vector<Cell> heads;
  for (int col = 0; col < table.cols; ++col) {
    const Column& column = columns[static_cast<size_t>(col)];
    Cell cell;
    cell.col = col;
    cell.text = column.head;
    cell.place = table.place;
    cell.place.box = column.head_box;
    table.place.box = column.head_box.empty() ? table.place.box : united(table.place.box, column.head_box);
    heads.push_back(std::move(cell));
  }
  table.cells.insert(table.cells.begin(), heads.begin(), heads.end());
  part.looks.insert(part.looks.begin(), heads.size(), CellLook{.column_header = true});
  ++table.rows;
  if (!table.parts.empty()) table.parts.front().box = table.place.box;
  table.evidence += "; heads on their side";
}

}  // namespace muster
