#include "extractors/tables/aligned.h"

#include <algorithm>

#include "extractors/tables/body_lines.h"
#include "extractors/tables/header_cells.h"
#include "extractors/tables/values.h"

namespace muster {
namespace {

// An edge over this share of the table's width parts header and body.
constexpr float header_edge_share = 0.7f;
// Headers deeper than this are not told by a rule below them: the rule may close the first section.
constexpr size_t deepest_header_lines = 8;

struct LineValues {
  size_t values = 0, years = 0, texts = 0;  // of the columns right of the stub
};

LineValues values_of(const std::vector<TableWord>& words, const TextRow& row, const std::vector<Column>& columns) {
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

// The row of text below the lowest edge of nearly full width that lies above `first_body`; 0 where there is none.
size_t lines_over_rule(const std::vector<TextRow>& rows, const std::vector<Edge>& edges, const std::vector<Column>& columns,
                       size_t first_body) {
  const float x0 = columns.front().x0, x1 = columns.back().x1;
  size_t over = 0;
  for (const Edge& e : edges) {
    if (!e.horizontal || std::min(e.end, x1) - std::max(e.begin, x0) < header_edge_share * (x1 - x0)) continue;
    for (size_t i = 0; i < first_body && i < deepest_header_lines; ++i)
      if (rows[i].baseline < e.at && i + 1 < rows.size() && rows[i + 1].baseline > e.at) over = std::max(over, i + 1);
  }
  return over;
}

bool is_bold(const std::vector<TableWord>& words, const TextRow& row) {
  const auto all = row.words();
  return std::all_of(all.begin(), all.end(), [&](size_t w) { return words[w].bold; });
}

void add_body(const std::vector<TableWord>& words, const std::vector<TextRow>& rows, size_t first, const std::vector<Column>& columns,
              const std::vector<Edge>& edges, Reading& reading) {
  std::vector<BodyLine> lines;
  for (size_t i = first; i < rows.size(); ++i) lines.push_back(body_line(words, rows[i], columns));
  for (const auto& group : rows_of_lines(words, lines, edges)) {
    for (size_t c = 0; c < columns.size(); ++c) {
      ReadCell cell{reading.rows, int(c)};
      for (const size_t i : group) cell.words.insert(cell.words.end(), lines[i].cells[c].begin(), lines[i].cells[c].end());
      if (!cell.words.empty()) reading.cells.push_back(std::move(cell));
    }
    ++reading.rows;
  }
}

}  // namespace

size_t count_header_lines(const std::vector<TableWord>& words, const std::vector<TextRow>& rows,
                          const std::vector<Column>& columns, const std::vector<Edge>& edges) {
  size_t first_values = rows.size(), last_heading = 0;
  for (size_t i = 0; i < rows.size() && first_values == rows.size(); ++i) {
    const LineValues counts = values_of(words, rows[i], columns);
    if (counts.values > 0 && counts.values >= counts.texts) first_values = i;
    else if (counts.years + counts.texts > 0) last_heading = i + 1;
  }
  if (const size_t over = lines_over_rule(rows, edges, columns, std::min(first_values, rows.size() - 1))) return over;
  if (first_values < rows.size()) return last_heading;
  return !rows.empty() && is_bold(words, rows[0]) ? 1 : 0;
}

std::optional<Reading> read_aligned(const std::vector<TableWord>& words, const Area& area) {
  const std::vector<TextRow>& rows = area.rows;
  if (rows.size() < 2) return std::nullopt;
  const size_t known = area.header_lines > 0 ? std::min(size_t(area.header_lines), rows.size() - 1) : 0;
  const std::vector<Column> columns = find_columns(words, {rows.begin() + long(known), rows.end()}, area.edges);
  if (columns.size() < 2) return std::nullopt;
  const size_t heads = area.header_lines >= 0 ? known : count_header_lines(words, rows, columns, area.edges);
  HeaderCells header = header_cells(words, {rows.begin(), rows.begin() + long(heads)}, columns, area.edges);
  Reading reading{.method = TableMethod::aligned, .rows = header.rows, .cols = int(columns.size()), .header_rows = header.rows};
  reading.words = words;
  reading.cells = std::move(header.cells);
  add_body(words, rows, heads, columns, area.edges, reading);
  for (const TextRow& row : rows) reading.box = united(reading.box, row.box);
  tidy(reading);
  if (reading.rows < 2 || reading.cols < 2) return std::nullopt;
  reading.score = 0.5;
  reading.evidence = "columns from gaps through the body";
  return reading;
}

}  // namespace muster
