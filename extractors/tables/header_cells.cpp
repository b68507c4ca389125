#include "extractors/tables/header_cells.h"

#include <algorithm>
#include <tuple>

namespace muster {
namespace {

// Words of one heading stand nearer than this; headings of neighbouring columns may stand as near as this.
constexpr float heading_gap_em = 0.42f;
constexpr float wider_than_blank = 1.25f;
// A heading reaches over a column when it covers this part of the narrower of the two.
constexpr float covering_share = 0.25f;
// A heading's middle is nearer than this to the middle of the columns that it spans.
constexpr float centering_em = 0.8f;
// A rule under a heading lies no deeper than this below its baseline.
constexpr float underline_em = 1.0f;
// A rule that reaches over this share of the table is a border, not the underline of one heading.
constexpr float full_width_share = 0.93f;

struct Heading {
  std::vector<size_t> words;
  Box box;
  float first_baseline = 0, last_baseline = 0, size_pt = 0;
  size_t first = 0, last = 0;  // columns
  int level = 0;

  bool spans() const { return last > first; }
  bool overlaps(const Heading& o) const { return first <= o.last && o.first <= last; }
};

bool covers(const Box& box, const Column& column) {
  const float common = std::min(box.x1, column.x1) - std::max(box.x0, column.x0);
  return common > covering_share * std::min(box.width(), column.x1 - column.x0);
}

void set_columns(Heading& heading, const std::vector<Column>& columns) {
  heading.first = heading.last = column_of(columns, heading.box);
  while (heading.first > 0 && covers(heading.box, columns[heading.first - 1])) --heading.first;
  while (heading.last + 1 < columns.size() && covers(heading.box, columns[heading.last + 1])) ++heading.last;
}

Heading heading_of(const std::vector<TableWord>& words, std::vector<size_t> chosen, const TextRow& line) {
  Heading heading{std::move(chosen), {}, line.baseline, line.baseline, line.size_pt};
  for (const size_t w : heading.words) heading.box = united(heading.box, words[w].box);
  return heading;
}

// Whether anything stands below the line in the columns of both words: only then can a heading span the two.
bool has_lines_below(const std::vector<TextRow>& lines, size_t i, const Column& a, const Column& b) {
  bool below_a = false, below_b = false;
  for (size_t k = i + 1; k < lines.size(); ++k)
    for (const Chunk& chunk : lines[k].chunks) {
      below_a = below_a || covers(chunk.box, a);
      below_b = below_b || covers(chunk.box, b);
    }
  return below_a && below_b;
}

// Parts of a line over the same columns are one heading with wide blanks.
std::vector<Heading> one_each(std::vector<Heading> parts, const std::vector<Column>& columns) {
  std::vector<Heading> headings;
  for (Heading& h : parts) {
    set_columns(h, columns);
    if (headings.empty() || headings.back().first != h.first || headings.back().last != h.last) {
      headings.push_back(std::move(h));
      continue;
    }
    headings.back().words.insert(headings.back().words.end(), h.words.begin(), h.words.end());
    headings.back().box = united(headings.back().box, h.box);
  }
  return headings;
}

// The blank between two of three or more words; 0 where there are fewer.
float narrowest_blank(const std::vector<TableWord>& words, const Chunk& chunk) {
  if (chunk.words.size() < 3) return 0;
  float narrowest = 1e9f;
  for (size_t k = 1; k < chunk.words.size(); ++k)
    narrowest = std::min(narrowest, words[chunk.words[k]].box.x0 - words[chunk.words[k - 1]].box.x1);
  return narrowest;
}

// Whether the chunk, from its word k on, stands over the column's own figures; a heading wider than its figures only hangs over
// towards the next column.
bool reaches(const std::vector<TableWord>& words, const Chunk& chunk, size_t k, const Column& column) {
  return std::any_of(chunk.words.begin() + long(k), chunk.words.end(), [&](size_t w) { return covers(words[w].box, column); });
}

bool touches(const Box& box, const Column& column) { return box.x0 < column.x1 && column.x0 < box.x1; }

// Headings centred over numbers set to the right reach into the gap before their column: a phrase that touches the
// figures of one of two columns alone is one heading, wherever its single words lie nearest.
bool touches_both(const Chunk& chunk, const Column& a, const Column& b) { return touches(chunk.box, a) == touches(chunk.box, b); }

// Cuts a line's chunks where a column's gap runs between two words of different headings.
std::vector<Heading> headings_of_line(const std::vector<TableWord>& words, const std::vector<TextRow>& lines, size_t i,
                                      const std::vector<Column>& columns) {
  std::vector<Heading> headings;
  for (const Chunk& chunk : lines[i].chunks) {
    std::vector<size_t> part{chunk.words.front()};
    const float blank = narrowest_blank(words, chunk);
    for (size_t k = 1; k < chunk.words.size(); ++k) {
      const TableWord &a = words[chunk.words[k - 1]], &b = words[chunk.words[k]];
      const size_t col_a = column_of(columns, a.box), col_b = column_of(columns, b.box);
      const bool wide = b.box.x0 - a.box.x1 > std::max(heading_gap_em * a.size_pt, wider_than_blank * blank);
      const bool two = reaches(words, chunk, k, columns[col_b]) && touches_both(chunk, columns[col_a], columns[col_b]);
      const bool apart = wide || (two && !has_lines_below(lines, i, columns[col_a], columns[col_b]));
      if (col_a != col_b && apart) {
        headings.push_back(heading_of(words, std::move(part), lines[i]));
        part.clear();
      }
      part.push_back(chunk.words[k]);
    }
    headings.push_back(heading_of(words, std::move(part), lines[i]));
  }
  return one_each(std::move(headings), columns);
}

// A rule under a heading shows its columns.
bool span_by_rule(Heading& heading, const std::vector<Heading>& line, const std::vector<Column>& columns, const std::vector<Edge>& edges) {
  const float width = columns.back().x1 - columns.front().x0;
  for (const Edge& e : edges) {
    if (!e.horizontal || e.length() > full_width_share * width) continue;
    if (e.at < heading.last_baseline || e.at > heading.last_baseline + underline_em * heading.size_pt) continue;
    if (e.begin > heading.box.center_x() || e.end < heading.box.center_x()) continue;
    if (std::any_of(line.begin(), line.end(), [&](const Heading& o) {
          return &o != &heading && e.begin < o.box.center_x() && o.box.center_x() < e.end;
        }))
      continue;
    size_t first = columns.size(), last = 0;
    for (size_t c = 0; c < columns.size(); ++c) {
      const float middle = (columns[c].x0 + columns[c].x1) / 2;
      if (middle < e.begin || middle > e.end) continue;
      first = std::min(first, c);
      last = c;
    }
    if (first > last) continue;
    heading.first = first;
    heading.last = last;
    return true;
  }
  return false;
}

bool is_free(const std::vector<Heading>& line, const Heading& self, size_t col) {
  return std::none_of(line.begin(), line.end(), [&](const Heading& h) { return &h != &self && h.first <= col && col <= h.last; });
}

// A heading centred over more columns than it covers spans them, as far as no other heading of its line stands there.
void span_by_centering(Heading& heading, const std::vector<Heading>& line, const std::vector<Column>& columns) {
  size_t best_first = heading.first, best_last = heading.last;
  const auto off_center = [&](size_t first, size_t last) {
    return std::abs((columns[first].x0 + columns[last].x1) / 2 - heading.box.center_x());
  };
  const float before = off_center(heading.first, heading.last);
  float best = before;
  for (size_t first = heading.first;; --first) {
    for (size_t last = heading.last; last < columns.size(); ++last) {
      if (last > heading.last && !is_free(line, heading, last)) break;
      if (off_center(first, last) < best - 0.5f) {
        best = off_center(first, last);
        best_first = first;
        best_last = last;
      }
    }
    if (first <= 1 || !is_free(line, heading, first - 1)) break;  // the stub is never part of a span
  }
  if (before < centering_em * heading.size_pt || best > centering_em * heading.size_pt) return;
  heading.first = best_first;
  heading.last = best_last;
}

// A heading's columns grown evenly to both sides while it stays in their middle and no other heading stands there.
std::pair<size_t, size_t> grown(const Heading& heading, const std::vector<Heading>& line, const std::vector<Column>& columns) {
  size_t first = heading.first, last = heading.last;
  std::pair<size_t, size_t> best{first, last};
  for (size_t steps = 0; steps < columns.size(); ++steps) {
    const float middle = heading.box.center_x();
    const bool can_left = first > 1 && is_free(line, heading, first - 1), can_right = last + 1 < columns.size() && is_free(line, heading, last + 1);
    if (!can_left && !can_right) break;
    const bool left = can_left && (!can_right || middle - columns[first - 1].x1 < columns[last + 1].x0 - middle);
    left ? --first : ++last;
    if (std::abs((columns[first].x0 + columns[last].x1) / 2 - middle) < centering_em * heading.size_pt) best = {first, last};
  }
  return best;
}

// Whether the heading's text could have stood on one line with the one below, had they been one heading.
bool had_to_break(const std::vector<TableWord>& words, const Heading& heading, const TextRow& below, const std::vector<Column>& columns) {
  const float left = heading.first > 0 ? columns[heading.first - 1].x1 : columns[heading.first].x0;
  const float right = heading.last + 1 < columns.size() ? columns[heading.last + 1].x0 : columns[heading.last].x1;
  for (const Chunk& chunk : below.chunks)
    if (chunk.box.center_x() > left && chunk.box.center_x() < right)
      return heading.box.width() + words[chunk.words.front()].box.width() > right - left - 2 * heading_gap_em * heading.size_pt;
  return false;
}

// As many columns for each heading, all headings at the same distance from the middle of theirs: numbers set to the right
// under headings in the middle. The number of columns of each, 0 where it does not hold.
size_t evenly_tiled(const std::vector<Heading>& line, const std::vector<Column>& columns) {
  std::vector<const Heading*> over;
  for (const Heading& h : line)
    if (h.first > 0) over.push_back(&h);
  const size_t leaves = columns.size() - 1;
  if (over.size() < 2 || leaves % over.size() || leaves == over.size()) return 0;
  const size_t each = leaves / over.size();
  float least = 1e9f, most = -1e9f;
  for (size_t i = 0; i < over.size(); ++i) {
    const Column &first = columns[1 + i * each], &last = columns[i * each + each];
    if (over[i]->first < 1 + i * each || over[i]->last > i * each + each) return 0;
    const float off = over[i]->box.center_x() - (first.x0 + last.x1) / 2;
    least = std::min(least, off);
    most = std::max(most, off);
  }
  return most - least < centering_em * over[0]->size_pt ? each : 0;
}

// Headings that stand each in the middle of some columns and together over all of them (but the stub) span those columns.
void span_by_tiling(const std::vector<TableWord>& words, std::vector<Heading>& line, const TextRow& below, const std::vector<Column>& columns) {
  if (const size_t each = evenly_tiled(line, columns)) {
    size_t first = 1;
    for (Heading& h : line) {
      if (h.first == 0) continue;
      h.first = first;
      h.last = (first += each) - 1;
    }
    return;
  }
  std::vector<std::pair<size_t, size_t>> spans;
  size_t next = 0;
  for (const Heading& h : line) {
    if (h.first == 0) continue;
    if (had_to_break(words, h, below, columns)) return;
    spans.push_back(grown(h, line, columns));
    if (spans.back().first == spans.back().second || (next && spans.back().first != next)) return;
    next = spans.back().second + 1;
  }
  if (next != columns.size()) return;
  size_t i = 0;
  for (Heading& h : line)
    if (h.first > 0) std::tie(h.first, h.last) = spans[i++];
}

// The lowest heading so far above this one, -1 where none.
int heading_above(const std::vector<Heading>& headings, const Heading& heading) {
  int found = -1;
  for (size_t i = 0; i < headings.size(); ++i)
    if (headings[i].overlaps(heading) && (found < 0 || headings[i].last_baseline > headings[size_t(found)].last_baseline)) found = int(i);
  return found;
}

// Takes a line's headings in: as a further line of the heading above, or on the level below it.
void stack(std::vector<Heading>& headings, std::vector<Heading> line) {
  const size_t before = headings.size();
  for (Heading& h : line) {
    const std::vector<Heading> above(headings.begin(), headings.begin() + long(before));
    const int up = heading_above(above, h);
    if (up >= 0 && headings[size_t(up)].first == h.first && headings[size_t(up)].last == h.last) {
      Heading& upper = headings[size_t(up)];
      upper.words.insert(upper.words.end(), h.words.begin(), h.words.end());
      upper.box = united(upper.box, h.box);
      upper.last_baseline = h.last_baseline;
    } else {
      h.level = up < 0 ? 0 : headings[size_t(up)].level + 1;
      headings.push_back(std::move(h));
    }
  }
}

// The level whose headings stand at the height of the baseline.
int level_at(const std::vector<Heading>& headings, float baseline, int levels) {
  int level = 0;
  for (int k = 1; k < levels; ++k) {
    float top = 1e9f;
    for (const Heading& h : headings)
      if (h.level == k) top = std::min(top, h.first_baseline);
    if (baseline >= top - 1) level = k;
  }
  return level;
}

// For each line the columns with the headings of one column below it: numbers set to one side take up less than their heading,
// and a heading over several columns stands in the middle of the headings under it.
std::vector<std::vector<Column>> columns_below(const std::vector<std::vector<Heading>>& lines, const std::vector<Column>& columns) {
  std::vector<std::vector<Column>> below(lines.size(), columns);
  for (size_t i = lines.size(); i-- > 1;) {
    below[i - 1] = below[i];
    for (const Heading& h : lines[i]) {
      if (h.spans()) continue;
      Column& column = below[i - 1][h.first];
      column = {std::min(column.x0, h.box.x0), std::max(column.x1, h.box.x1)};
    }
  }
  return below;
}

}  // namespace

HeaderCells header_cells(const std::vector<TableWord>& words, const std::vector<TextRow>& lines,
                         const std::vector<Column>& columns, const std::vector<Edge>& edges) {
  std::vector<std::vector<Heading>> by_line;
  for (size_t i = 0; i < lines.size(); ++i) by_line.push_back(headings_of_line(words, lines, i, columns));
  const std::vector<std::vector<Column>> below = columns_below(by_line, columns);
  std::vector<Heading> headings;
  for (size_t i = 0; i < lines.size(); ++i) {
    std::vector<Heading>& line = by_line[i];
    const bool lowest = i + 1 == lines.size();
    bool ruled = false;
    for (Heading& h : line) {
      if (span_by_rule(h, line, columns, edges)) ruled = true;
      else if (!lowest) span_by_centering(h, line, below[i]);
    }
    if (!ruled && !lowest) span_by_tiling(words, line, lines[i + 1], below[i]);
    stack(headings, std::move(line));
  }
  HeaderCells out;
  for (const Heading& h : headings) out.rows = std::max(out.rows, h.level + 1);
  for (const Heading& h : headings) {
    int row = h.level, end = h.level;
    const bool alone = std::none_of(headings.begin(), headings.end(), [&](const Heading& o) { return &o != &h && o.overlaps(h); });
    if (alone && !h.spans()) {
      row = level_at(headings, h.first_baseline, out.rows);
      end = level_at(headings, h.last_baseline, out.rows);
    }
    ReadCell cell{row, int(h.first), end - row + 1, int(h.last - h.first) + 1, h.box, h.words, CellKind::column_header};
    cell.header_level = row;
    out.cells.push_back(std::move(cell));
  }
  return out;
}

}  // namespace muster
