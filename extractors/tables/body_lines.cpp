#include "extractors/tables/body_lines.h"

#include <algorithm>

#include "extractors/tables/values.h"
#include "schemas/text.h"

namespace muster {
namespace {

// Lines nearer than this part of the distance between rows are lines of one row.
constexpr float within_row_share = 0.87f;
// Lines of one text stand no further apart than this, whatever the distance between rows.
constexpr float leading_em = 1.6f;
constexpr float blank_em = 0.25f;
// A line starting this much further right hangs under the one before.
constexpr float hanging_em = 0.5f;
// Words of a column that starts on the left start this near to one line.
constexpr float aligned_start_pt = 1;
// So many edges between lines of text are there to part rows.
constexpr size_t least_edges_between_texts = 2;
// The name of a section stands this near to the middle of a table of so many columns.
constexpr float across_center_em = 1.5f;
constexpr size_t least_columns_across = 3;
// An edge parts two lines when it runs over this share of their width.
constexpr float edge_share = 0.6f;

// What the decision to join two lines is made from.
struct Body {
  const std::vector<TableWord>& words;
  const std::vector<BodyLine>& lines;
  const std::vector<Edge>& edges;
  std::vector<float> right_limits;  // by column: how far its texts reach
  float row_pitch = 0;              // distance between lines that are rows of values for certain; 0 where unknown
  bool edge_between_rows = false;   // all such lines have an edge between them
  float x0 = 1e9f, x1 = -1e9f;
};

bool has_value(const Body& body, const BodyLine& line, size_t col) {
  return !line.cells[col].empty() && is_value(text_of(body.words, line.cells[col]));
}

bool has_values(const Body& body, const BodyLine& line) {
  for (size_t c = 1; c < line.cells.size(); ++c)
    if (has_value(body, line, c)) return true;
  return false;
}

bool has_label(const BodyLine& line) { return !line.cells[0].empty(); }

bool is_label_only(const BodyLine& line) {
  return has_label(line) && std::all_of(line.cells.begin() + 1, line.cells.end(), [](const auto& c) { return c.empty(); });
}

bool values_in_one_column(const Body& body, const BodyLine& a, const BodyLine& b) {
  for (size_t c = 1; c < a.cells.size(); ++c)
    if (has_value(body, a, c) && has_value(body, b, c)) return true;
  return false;
}

bool edge_between(const Body& body, const BodyLine& a, const BodyLine& b) {
  float covered = 0;
  for (const Edge& e : body.edges)
    if (e.horizontal && e.at > a.baseline - 0.3f * a.size_pt && e.at < b.top + 0.35f * b.size_pt)
      covered += std::max(0.0f, std::min(e.end, body.x1) - std::max(e.begin, body.x0));
  return covered > edge_share * (body.x1 - body.x0);
}

// Whether the text of b's cell could not have stood at the end of a's: a reader's reason for a line break.
bool had_to_break(const Body& body, const std::vector<size_t>& a, const std::vector<size_t>& b, size_t col) {
  const TableWord& last = body.words[a.back()];
  const TableWord& first = body.words[b.front()];
  return last.box.x1 + blank_em * last.size_pt + first.box.width() > body.right_limits[col];
}

// A label does not end on such a word: "… in the year to" over "Sept.".
bool wants_more_words(const std::string& word) {
  static constexpr std::string_view joints[] = {"a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "per", "the", "to", "with"};
  return std::find(std::begin(joints), std::end(joints), word) != std::end(joints);
}

bool continues_text(const Body& body, const std::vector<size_t>& a, const std::vector<size_t>& b, size_t col) {
  const TableWord& last = body.words[a.back()];
  const TableWord& first = body.words[b.front()];
  if (last.bold != first.bold || last.text.ends_with(":")) return false;
  if (last.text.ends_with("-") || last.text.ends_with(",") || last.text.ends_with("/") || first.text.front() == '(' || wants_more_words(last.text)) return true;
  const char c = first.text.front(), capital = body.words[a.front()].text.front();
  if (c >= 'a' && c <= 'z' && capital >= 'A' && capital <= 'Z') return true;
  if (!had_to_break(body, a, b, col)) return false;
  const bool small = !(c >= 'A' && c <= 'Z');
  return small || first.box.x0 > body.words[a.front()].box.x0 + hanging_em * first.size_pt;
}

bool is_near(const Body& body, const BodyLine& a, const BodyLine& b) {
  return body.row_pitch > 0 && b.baseline - a.baseline < within_row_share * body.row_pitch;
}

// A year or number alone is a section's name and never the end of a label.
bool is_value_alone(const Body& body, const BodyLine& line) { return is_value(text_of(body.words, line.cells[0])); }

// A line with nothing but a label: the end of the label before, the start of the one after, or a section's name.
bool label_joins(const Body& body, const BodyLine& a, const BodyLine& b) {
  if (b.baseline - a.baseline > leading_em * std::max(a.size_pt, b.size_pt)) return false;
  if (is_label_only(b) && is_value_alone(body, b)) return false;
  const TableWord& last = body.words[a.cells[0].back()];
  if (is_near(body, a, b)) return !last.text.ends_with(":") && last.bold == body.words[b.cells[0].front()].bold;
  return continues_text(body, a.cells[0], b.cells[0], 0);
}

bool joins(const Body& body, const BodyLine& a, const BodyLine& b) {
  if (a.across || b.across) return false;
  if (edge_between(body, a, b) || values_in_one_column(body, a, b)) return false;
  if (body.edge_between_rows) return true;
  const float distance = b.baseline - a.baseline, em = std::max(a.size_pt, b.size_pt);
  if (has_label(a) && has_label(b)) {
    if (is_label_only(a) || is_label_only(b)) return label_joins(body, a, b);
    return !has_values(body, b) && distance < leading_em * em && continues_text(body, a.cells[0], b.cells[0], 0);
  }
  if (has_values(body, a) && has_values(body, b)) return distance < 0.5f * em;
  if (!has_label(b) && !has_values(body, b)) return distance < leading_em * em && (body.row_pitch == 0 || distance < 1.05f * body.row_pitch);
  return is_near(body, a, b) || distance < 0.8f * em;
}

float median(std::vector<float> numbers) {
  if (numbers.empty()) return 0;
  std::nth_element(numbers.begin(), numbers.begin() + long(numbers.size() / 2), numbers.end());
  return numbers[numbers.size() / 2];
}

// Whether edges part the lines of a table of texts.
bool with_edges_between(const Body& body) {
  size_t edges = 0;
  for (size_t i = 1; i < body.lines.size(); ++i) edges += edge_between(body, body.lines[i - 1], body.lines[i]);
  return edges >= least_edges_between_texts;
}

Body body_of(const std::vector<TableWord>& words, const std::vector<BodyLine>& lines, const std::vector<Edge>& edges) {
  Body body{words, lines, edges, {}};
  body.right_limits.assign(lines.front().cells.size(), 0);
  for (const BodyLine& line : lines)
    for (size_t c = 0; c < line.cells.size(); ++c)
      for (const size_t w : line.cells[c]) {
        body.right_limits[c] = std::max(body.right_limits[c], words[w].box.x1);
        body.x0 = std::min(body.x0, words[w].box.x0);
        body.x1 = std::max(body.x1, words[w].box.x1);
      }
  std::vector<float> pitches;
  size_t with_edge = 0;
  for (size_t i = 1; i < lines.size(); ++i)
    if (values_in_one_column(body, lines[i - 1], lines[i])) {
      pitches.push_back(lines[i].baseline - lines[i - 1].baseline);
      with_edge += edge_between(body, lines[i - 1], lines[i]);
    }
  body.row_pitch = median(pitches);
  body.edge_between_rows = pitches.empty() ? with_edges_between(body) : with_edge == pitches.size();
  return body;
}

// Of two places where a label without values could belong, the nearer one.
bool nearer_to_next(const std::vector<BodyLine>& lines, size_t i) {
  if (i + 1 >= lines.size() || !is_label_only(lines[i]) || !has_label(lines[i + 1])) return false;
  const float before = lines[i].baseline - lines[i - 1].baseline, after = lines[i + 1].baseline - lines[i].baseline;
  return after < before - 0.1f * lines[i].size_pt;
}

// Whether the line's one text starts right of the stub's edge and stands in the middle of the table, or of its columns
// without the stub. A text that starts where a column starts is that column's own.
bool is_across(const std::vector<TableWord>& words, const TextRow& row, const std::vector<TextColumn>& columns) {
  if (row.chunks.size() != 1 || columns.size() < least_columns_across || is_value(text_of(words, row.words()))) return false;
  const Box& box = row.box;
  if (box.x0 < columns[0].x0 + row.size_pt) return false;
  const bool starts_column = std::any_of(columns.begin(), columns.end(), [&](const TextColumn& c) { return std::abs(box.x0 - c.x0) < aligned_start_pt; });
  const auto in_middle = [&](float x0, float x1) { return std::abs((x0 + x1) / 2 - box.center_x()) < across_center_em * row.size_pt; };
  return !starts_column && (in_middle(columns[0].x0, columns.back().x1) || in_middle(columns[1].x0, columns.back().x1));
}

}  // namespace

BodyLine body_line(const std::vector<TableWord>& words, const TextRow& row, const std::vector<TextColumn>& columns) {
  BodyLine line{row.baseline, row.box.y0, row.box.y1, row.size_pt, {}};
  line.cells.resize(columns.size());
  if (is_across(words, row, columns)) {
    line.across = true;
    line.cells[0] = row.words();
    return line;
  }
  for (const Chunk& chunk : row.chunks) {
    const bool phrase = !is_value(words[chunk.words.front()].text);
    const Box start{chunk.box.x0, 0, std::min(chunk.box.x1, chunk.box.x0 + 1), 0};
    size_t whole = phrase ? column_of(columns, start) : columns.size();
    for (const size_t w : chunk.words) {
      const size_t own = column_of(columns, words[w].box);
      const bool starts_column = own > whole && std::abs(words[w].box.x0 - columns[own].x0) < aligned_start_pt;
      if (whole != 0 || starts_column) whole = own;  // a label may run on over the gap, unless a column starts there
      line.cells[whole].push_back(w);
    }
  }
  return line;
}

std::vector<std::vector<size_t>> rows_of_lines(const std::vector<TableWord>& words, const std::vector<BodyLine>& lines,
                                               const std::vector<Edge>& edges) {
  if (lines.empty()) return {};
  const Body body = body_of(words, lines, edges);
  std::vector<std::vector<size_t>> rows{{0}};
  for (size_t i = 1; i < lines.size(); ++i) {
    const bool joined = joins(body, lines[i - 1], lines[i]) && !nearer_to_next(lines, i);
    const bool clash = joined && std::any_of(rows.back().begin(), rows.back().end(),
                                             [&](size_t k) { return values_in_one_column(body, lines[k], lines[i]); });
    if (joined && !clash) rows.back().push_back(i);
    else rows.push_back({i});
  }
  return rows;
}

}  // namespace muster
