#include "extractors/tables/aligned.h"

#include <algorithm>

#include "extractors/tables/body_lines.h"
#include "extractors/tables/header_cells.h"
#include "extractors/tables/stub_spans.h"
#include "extractors/tables/values.h"

namespace muster {
namespace {

// An edge over this share of the table's width parts header and body.
constexpr float header_edge_share = 0.7f;
// Headers deeper than this are not told by a rule below them: the rule may close the first section.
constexpr size_t deepest_header_lines = 8;
// Rules of a table end at most so far beyond its words.
constexpr float rule_reach_pt = 15;
constexpr size_t least_own_rules = 2;
// Labels that must come again for a second stub.
constexpr size_t least_labels = 3;
// Half lines between a label of two lines and the values beside its middle.
constexpr float same_row_reach_em = 0.8f;
// Fewer rows do not show columns by themselves.
constexpr size_t least_body_rows = 2;
// Lines of one label are no further apart.
constexpr float label_leading_em = 1.5f;
// A heading over several columns stands no further above the next line of the header.
constexpr float heading_leading_em = 2.0f;
// Columns that share fewer of their rows are two tables, or a table and something else.
constexpr double least_shared_rows = 0.34;

struct LineValues {
  size_t values = 0, years = 0, texts = 0;  // of the columns right of the stub
};

LineValues values_of(const std::vector<TableWord>& words, const TextRow& row, const std::vector<TextColumn>& columns) {
  LineValues counts;
  const BodyLine line = body_line(words, row, columns);
  for (size_t c = 1; c < line.cells.size(); ++c) {
    if (line.cells[c].empty()) continue;
    const std::string text = text_of(words, line.cells[c]);
    if (is_year(text)) ++counts.years;
    else if (is_value(text)) ++counts.values;
    else ++counts.texts;
  }
  return counts;
}

// The row of text below the lowest edge of nearly full width, from the stub on that lies above `first_body`; 0 where there is none.
size_t lines_over_rule(const std::vector<TextRow>& rows, const std::vector<Edge>& edges, const std::vector<TextColumn>& columns,
                       size_t first_body) {
  const float x0 = columns.front().x0, x1 = columns.back().x1;
  size_t over = 0;
  for (const Edge& e : edges) {
    if (!e.horizontal || e.begin > columns.front().x1 || std::min(e.end, x1) - std::max(e.begin, x0) < header_edge_share * (x1 - x0)) continue;
    for (size_t i = 0; i < first_body && i < deepest_header_lines; ++i)
      if (rows[i].baseline < e.at && i + 1 < rows.size() && rows[i + 1].baseline > e.at) over = std::max(over, i + 1);
  }
  return over;
}

bool is_bold(const std::vector<TableWord>& words, const TextRow& row) {
  const auto all = row.words();
  return std::all_of(all.begin(), all.end(), [&](size_t w) { return words[w].bold; });
}

void add_body(const std::vector<TableWord>& words, const std::vector<TextRow>& rows, size_t first, const std::vector<TextColumn>& columns,
              const std::vector<Edge>& edges, Reading& reading) {
  std::vector<BodyLine> lines;
  for (size_t i = first; i < rows.size(); ++i) lines.push_back(body_line(words, rows[i], columns));
  for (const auto& group : rows_of_lines(words, lines, edges)) {
    for (size_t c = 0; c < columns.size(); ++c) {
      ReadCell cell{reading.rows, int(c)};
      for (const size_t i : group) cell.words.insert(cell.words.end(), lines[i].cells[c].begin(), lines[i].cells[c].end());
      if (c == 0 && lines[group.front()].across) cell.colspan = int(columns.size());
      if (!cell.words.empty()) reading.cells.push_back(std::move(cell));
    }
    ++reading.rows;
  }
}

// Keeps only the words that stand in cells.
void take_used_words(const std::vector<TableWord>& words, Reading& reading) {
  for (ReadCell& cell : reading.cells)
    for (size_t& w : cell.words) {
      reading.words.push_back(words[w]);
      w = reading.words.size() - 1;
    }
}

// A line in brackets above all headings tells the units of the table: "(Dollars in thousands)".
bool is_units_line(const std::vector<TableWord>& words, const TextRow& row) {
  const std::string text = text_of(words, row.words());
  return (text.front() == '(' && text.back() == ')') || (text.front() == '[' && text.back() == ']');
}

bool is_heading_over(const TextRow& row, const TextRow& below, const std::vector<TextColumn>& columns) {
  if (below.baseline - row.baseline > heading_leading_em * std::max(row.size_pt, below.size_pt)) return false;
  return row.box.x0 > columns[0].x1 && row.box.x1 < columns.back().x1 + row.size_pt && columns.size() > 2;
}

// Rows of one chunk right above, as long as they stand over the columns right of the stub.
std::vector<TextRow> with_headings_above(const std::vector<TableWord>& words, const Area& area, const std::vector<TextColumn>& columns) {
  std::vector<TextRow> rows = area.rows;
  for (size_t i = area.above.size(); i-- > 0 && !is_units_line(words, area.above[i]) && is_heading_over(area.above[i], rows.front(), columns);)
    rows.insert(rows.begin(), area.above[i]);
  return rows;
}

// Rows that have chunks in columns [0, col) or [col, end) and those that have both.
struct Sharing {
  size_t left = 0, right = 0, both = 0;
};

// A label of several lines shares the row of the values that stand beside its middle, so near neighbours count.
Sharing sharing_at(const std::vector<TextRow>& rows, float x) {
  const auto is_left = [&](size_t i) { return rows[i].chunks.front().box.center_x() < x; };
  const auto is_right = [&](size_t i) { return rows[i].chunks.back().box.center_x() > x; };
  Sharing sharing;
  for (size_t i = 0; i < rows.size(); ++i) {
    const auto near = [&](size_t k) { return std::abs(rows[k].baseline - rows[i].baseline) < same_row_reach_em * rows[i].size_pt; };
    bool left = is_left(i), right = is_right(i);
    for (const size_t k : {i > 0 ? i - 1 : i, i + 1 < rows.size() ? i + 1 : i})
      if (near(k)) left = left || is_left(k), right = right || is_right(k);
    sharing.left += left;
    sharing.right += right;
    sharing.both += left && right;
  }
  return sharing;
}

// Whether rules end on both sides of the gap and none runs over it: each table has its own.
bool rules_end_at(const std::vector<Edge>& edges, const Box& box, float gap_begin, float gap_end) {
  size_t left = 0, right = 0;
  for (const Edge& e : edges) {
    if (!e.horizontal || e.at < box.y0 - rule_reach_pt || e.at > box.y1 + rule_reach_pt) continue;
    if (e.begin < gap_begin - 1 && e.end > gap_end + 1) return false;
    left += e.end > gap_begin - rule_reach_pt && e.end < gap_end && e.begin < box.x0 + rule_reach_pt;
    right += e.begin > gap_begin && e.begin < gap_end + rule_reach_pt && e.end > box.x1 - rule_reach_pt;
  }
  return left >= least_own_rules && right >= least_own_rules;
}

std::string text_in(const std::vector<TableWord>& words, const TextRow& row, const TextColumn& column) {
  std::string text;
  for (const Chunk& chunk : row.chunks)
    if (chunk.box.center_x() > column.x0 - 1 && chunk.box.center_x() < column.x1 + 1) text += text_of(words, chunk.words);
  return text;
}

// Whether a column repeats the labels of the first: the stub of a second table.
bool repeats_stub(const std::vector<TableWord>& words, const std::vector<TextRow>& rows, const std::vector<TextColumn>& columns, size_t col) {
  size_t labels = 0, same = 0;
  for (const TextRow& row : rows) {
    const std::string label = text_in(words, row, columns[0]);
    if (label.size() < 2) continue;
    ++labels;
    same += label == text_in(words, row, columns[col]);
  }
  return labels >= least_labels && same >= labels * 4 / 5;
}

Area part_of(const Area& area, float x0, float x1) {
  Area part{{}, {}, area.edges, area.header_lines, area.shadings};
  for (const TextRow& row : area.rows) {
    TextRow kept{row.baseline, row.size_pt};
    for (const Chunk& chunk : row.chunks)
      if (chunk.box.center_x() > x0 && chunk.box.center_x() < x1) {
        kept.chunks.push_back(chunk);
        kept.box = united(kept.box, chunk.box);
      }
    if (!kept.chunks.empty()) part.rows.push_back(std::move(kept));
  }
  return part;
}

size_t columns_reached(const Chunk& chunk, const std::vector<TextColumn>& columns) {
  return size_t(std::count_if(columns.begin(), columns.end(), [&](const TextColumn& c) {
    return std::min(chunk.box.x1, c.x1) - std::max(chunk.box.x0, c.x0) > 0.3f * std::min(chunk.box.width(), c.x1 - c.x0);
  }));
}

// A line of a title runs from the stub over other columns.
bool is_title_row(const TextRow& row, const std::vector<TextColumn>& columns) {
  if (row.chunks.size() > 2) return false;
  return std::any_of(row.chunks.begin(), row.chunks.end(), [&](const Chunk& chunk) {
    return chunk.box.x0 < columns[0].x1 && columns_reached(chunk, columns) >= std::min<size_t>(3, columns.size());
  });
}

bool has_values(const std::vector<TableWord>& words, const TextRow& row, const std::vector<TextColumn>& columns) {
  const LineValues counts = values_of(words, row, columns);
  return counts.values + counts.years > 0 && counts.values + counts.years >= counts.texts;
}

// Rows of text after the last row of values are notes, but for the rest of its label.
void drop_notes(const std::vector<TableWord>& words, const std::vector<TextColumn>& columns, std::vector<TextRow>& rows) {
  size_t end = rows.size();
  while (end > 0 && !has_values(words, rows[end - 1], columns)) --end;
  if (end == 0) return;  // a table of texts
  const auto in_table = [&](const TextRow& row, const TextRow& above) {
    return row.baseline - above.baseline < label_leading_em * row.size_pt &&
           std::all_of(row.chunks.begin(), row.chunks.end(), [&](const Chunk& c) { return columns_reached(c, columns) < 2; }) &&
           (row.chunks.size() == 1 && words[row.chunks[0].words[0]].text[0] >= 'a');
  };
  while (end < rows.size() && in_table(rows[end], rows[end - 1])) ++end;
  rows.resize(end);
}

void drop_titles(const std::vector<TableWord>& words, const std::vector<TextColumn>& columns, std::vector<TextRow>& rows) {
  size_t first = 0;
  for (size_t i = 0; i < rows.size() && !has_values(words, rows[i], columns); ++i)
    if (is_title_row(rows[i], columns)) first = i + 1;
  rows.erase(rows.begin(), rows.begin() + long(first));
}

// Columns as the body alone shows them; headers have gaps within phrases. The header's columns stay where the body does
// not show two.
std::vector<TextColumn> body_columns(const std::vector<TableWord>& words, const std::vector<TextRow>& rows, size_t heads,
                                 const std::vector<Edge>& edges, const std::vector<TextColumn>& all) {
  std::vector<TextColumn> columns = find_columns(words, {rows.begin() + long(heads), rows.end()}, edges);
  return columns.size() < 2 ? all : columns;
}

}  // namespace

std::vector<Area> parts_side_by_side(const std::vector<TableWord>& words, Area area) {
  const std::vector<TextColumn> columns = find_columns(words, area.rows, area.edges);
  Box box;
  for (const TextRow& row : area.rows) box = united(box, row.box);
  for (size_t c = 1; c < columns.size(); ++c) {
    const float x = (columns[c - 1].x1 + columns[c].x0) / 2;
    const Sharing sharing = sharing_at(area.rows, x);
    const bool share = double(sharing.both) > least_shared_rows * double(std::min(sharing.left, sharing.right));
    if (share && !rules_end_at(area.edges, box, columns[c - 1].x1, columns[c].x0) && !repeats_stub(words, area.rows, columns, c)) continue;
    Area left = part_of(area, -1e9f, x), right = part_of(area, x, 1e9f);
    if (left.rows.empty() || right.rows.empty()) continue;
    std::vector<Area> parts = parts_side_by_side(words, std::move(left));
    for (Area& part : parts_side_by_side(words, std::move(right))) parts.push_back(std::move(part));
    return parts;
  }
  std::vector<Area> whole;
  whole.push_back(std::move(area));
  return whole;
}

size_t count_header_lines(const std::vector<TableWord>& words, const std::vector<TextRow>& rows,
                          const std::vector<TextColumn>& columns, const std::vector<Edge>& edges) {
  size_t first_values = rows.size(), last_heading = 0;
  for (size_t i = 0; i < rows.size() && first_values == rows.size(); ++i) {
    const LineValues counts = values_of(words, rows[i], columns);
    if (counts.values > 0 && counts.values >= counts.texts) first_values = i;
    else if (counts.years + counts.texts > 0) last_heading = i + 1;
  }
  if (const size_t over = lines_over_rule(rows, edges, columns, std::min(first_values, rows.size() - 1))) return over;
  if (first_values < rows.size()) return last_heading;
  size_t bold = 0;
  while (bold < rows.size() && is_bold(words, rows[bold])) ++bold;
  return bold < rows.size() ? bold : 0;
}

std::optional<Reading> read_aligned(const std::vector<TableWord>& words, const Area& area) {
  if (area.rows.size() < 2) return std::nullopt;
  const size_t known = area.header_lines > 0 ? std::min(size_t(area.header_lines), area.rows.size() - 1) : 0;
  std::vector<TextColumn> columns = find_columns(words, {area.rows.begin() + long(known), area.rows.end()}, area.edges);
  if (columns.size() < 2) return std::nullopt;
  std::vector<TextRow> rows = with_headings_above(words, area, columns);
  if (area.header_lines < 0) {
    drop_notes(words, columns, rows);
    drop_titles(words, columns, rows);
    if (rows.size() < 2) return std::nullopt;
  }
  const size_t heads = area.header_lines >= 0 ? known : count_header_lines(words, rows, columns, area.edges);
  if (heads > 0 && heads + least_body_rows <= rows.size()) columns = body_columns(words, rows, heads, area.edges, columns);
  HeaderCells header = header_cells(words, {rows.begin(), rows.begin() + long(heads)}, columns, {area.edges, area.shadings});
  Reading reading{.method = TableMethod::aligned, .rows = header.rows, .cols = int(columns.size()), .header_rows = header.rows};
  reading.cells = std::move(header.cells);
  add_body(words, rows, heads, columns, area.edges, reading);
  take_used_words(words, reading);
  for (const TextRow& row : rows) reading.box = united(reading.box, row.box);
  span_stub_labels(area.edges, reading);
  tidy(reading);
  if (reading.rows < 2 || reading.cols < 2) return std::nullopt;
  reading.score = 0.5;
  reading.evidence = "columns from gaps through the body";
  return reading;
}

}  // namespace muster
