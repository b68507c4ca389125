#include "extractors/tables/reading.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "extractors/tables/values.h"
#include "schemas/text.h"

namespace muster {
namespace {

// Words of one line differ less in height than this part of their size; lines of a cell are about 1.15 sizes apart.
constexpr float same_line_em = 0.5f;

// Position along and across the reading direction of a word: {line, along the line}.
std::pair<float, float> reading_position(const TableWord& w) {
  switch (w.turn) {
    case 90: return {-w.box.x1, w.box.y0};
    case 270: return {w.box.x0, -w.box.y1};
    case 180: return {-w.box.y0, -w.box.x1};
    default: return {w.baseline, w.box.x0};
  }
}

std::string line_text(const Reading& reading, const std::vector<size_t>& line) {
  std::string text;
  for (const size_t w : line) {
    if (!text.empty()) text += ' ';
    text += reading.words[w].text;
  }
  return text;
}

bool breaks_within_word(const std::string& before, const std::string& after) {
  const size_t n = before.size();
  return n >= 2 && before[n - 1] == '-' && is_letter(before[n - 2]) && !after.empty() && after[0] >= 'a' && after[0] <= 'z';
}

// "vacan-" over "cies" is one word where the page has it whole elsewhere, "turn-" over "over" keeps its hyphen.
bool is_whole_elsewhere(const Reading& reading, const std::string& before, const std::string& after) {
  const std::string head = before.substr(before.rfind(' ') + 1), tail = after.substr(0, after.find(' '));
  const std::string whole = folded(head.substr(0, head.size() - 1) + tail);
  return std::any_of(reading.words.begin(), reading.words.end(), [&](const TableWord& w) { return folded(w.text) == whole; });
}

// For each old row (or column) its new number: rows where no cell with text starts or ends are dropped.
std::vector<int> renumbered(int count, const std::vector<bool>& used, int& kept) {
  std::vector<int> to(size_t(count) + 1);
  kept = 0;
  for (int i = 0; i < count; ++i) {
    to[size_t(i)] = kept;
    kept += used[size_t(i)];
  }
  to[size_t(count)] = kept;
  return to;
}

void drop_blank_lines(Reading& reading) {
  std::vector<bool> row_used(size_t(reading.rows), false), col_used(size_t(reading.cols), false);
  for (const ReadCell& c : reading.cells)
    if (!c.blank()) row_used[size_t(c.row)] = col_used[size_t(c.col)] = true;
  const int old_rows = reading.rows, old_cols = reading.cols;
  const auto row_to = renumbered(old_rows, row_used, reading.rows);
  const auto col_to = renumbered(old_cols, col_used, reading.cols);
  for (ReadCell& c : reading.cells) {
    const int row_end = row_to[size_t(c.row + c.rowspan)], col_end = col_to[size_t(c.col + c.colspan)];
    c.row = row_to[size_t(c.row)];
    c.col = col_to[size_t(c.col)];
    c.rowspan = row_end - c.row;
    c.colspan = col_end - c.col;
  }
  std::erase_if(reading.cells, [](const ReadCell& c) { return c.rowspan < 1 || c.colspan < 1; });
  const auto header_end = std::min(reading.header_rows, old_rows);
  reading.header_rows = row_to[size_t(header_end)];
  reading.stub_cols = col_to[size_t(std::min(reading.stub_cols, old_cols))];
}

void fill_in_blanks(Reading& reading) {
  std::vector<bool> taken(size_t(reading.rows) * size_t(reading.cols), false);
  const auto place = [&](int r, int c) { return size_t(r) * size_t(reading.cols) + size_t(c); };
  for (const ReadCell& c : reading.cells)
    for (int r = c.row; r < c.row + c.rowspan; ++r)
      for (int k = c.col; k < c.col + c.colspan; ++k) taken[place(r, k)] = true;
  for (int r = 0; r < reading.rows; ++r)
    for (int k = 0; k < reading.cols; ++k)
      if (!taken[place(r, k)]) reading.cells.push_back({.row = r, .col = k});
}

Cell cell_of(const PageView& view, const Reading& reading, const ReadCell& read) {
  Cell cell{read.row, read.col, read.rowspan, read.colspan, read.blank() ? CellKind::blank : read.kind, read.header_level};
  cell.text = text_of(reading, read);
  cell.marks = marks_of(reading, read);
  cell.place = {.page = view.page, .box = on_page(view, read.box)};
  return cell;
}

}  // namespace

std::vector<std::vector<size_t>> lines_of(const std::vector<TableWord>& words, const std::vector<size_t>& chosen) {
  std::vector<size_t> order = chosen;
  std::stable_sort(order.begin(), order.end(),
                   [&](size_t a, size_t b) { return reading_position(words[a]) < reading_position(words[b]); });
  std::vector<std::vector<size_t>> lines;
  float line_at = 0;
  for (const size_t w : order) {
    const float at = reading_position(words[w]).first;
    if (lines.empty() || at - line_at > same_line_em * words[w].size_pt) {
      lines.emplace_back();
      line_at = at;
    }
    lines.back().push_back(w);
  }
  for (auto& line : lines)
    std::stable_sort(line.begin(), line.end(),
                     [&](size_t a, size_t b) { return reading_position(words[a]).second < reading_position(words[b]).second; });
  return lines;
}

std::string text_of(const Reading& reading, const ReadCell& cell) {
  const auto lines = lines_of(reading.words, cell.words);
  std::string text;
  bool stacked = lines.size() > 1;
  for (const auto& line : lines) stacked = stacked && is_value(line_text(reading, line));
  for (const auto& line : lines) {
    const std::string next = line_text(reading, line);
    const bool one_word = !text.empty() && breaks_within_word(text, next);
    if (one_word && is_whole_elsewhere(reading, text, next)) text.pop_back();
    if (!text.empty() && !one_word) text += stacked ? '\n' : ' ';
    text += next;
  }
  return text;
}

std::string marks_of(const Reading& reading, const ReadCell& cell) {
  std::string marks;
  for (const size_t w : cell.words)
    for (const std::string* mark : {&reading.words[w].leading_mark, &reading.words[w].mark}) {
      if (mark->empty()) continue;
      if (!marks.empty()) marks += ',';
      marks += *mark;
    }
  return marks;
}

void tidy(Reading& reading) {
  for (ReadCell& c : reading.cells) {
    std::vector<size_t> ordered;
    for (const auto& line : lines_of(reading.words, c.words)) ordered.insert(ordered.end(), line.begin(), line.end());
    c.words = std::move(ordered);
    if (c.box == Box{})
      for (const size_t w : c.words) c.box = united(c.box, reading.words[w].box);
  }
  drop_blank_lines(reading);
  fill_in_blanks(reading);
  std::sort(reading.cells.begin(), reading.cells.end(),
            [](const ReadCell& a, const ReadCell& b) { return std::tie(a.row, a.col) < std::tie(b.row, b.col); });
}

Table table_of(const PageView& view, const Reading& reading) {
  Table table;
  table.method = reading.method;
  table.confidence = reading.score;
  table.evidence = reading.evidence;
  table.rows = reading.rows;
  table.cols = reading.cols;
  table.header_rows = reading.header_rows;
  table.stub_cols = reading.stub_cols;
  table.title = joined(reading.title_lines, " ");
  table.notes = reading.notes;
  table.tag = reading.tag;
  table.place = {.page = view.page, .box = on_page(view, reading.box)};
  table.parts = {table.place};
  for (const ReadCell& c : reading.cells) table.cells.push_back(cell_of(view, reading, c));
  for (const Reading& rival : reading.rivals) {
    RivalReading kept{rival.method, rival.evidence, {}, false};
    for (const ReadCell& c : rival.cells) kept.cells.push_back(cell_of(view, rival, c));
    table.rivals.push_back(std::move(kept));
  }
  return table;
}

}  // namespace muster
