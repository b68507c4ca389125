#include "extractors/tables/heading_spans.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "extractors/tables/heading_cover.h"

namespace muster {
namespace {

// A heading reaches over a column when it covers this part of the narrower of the two.
constexpr float covering_share = 0.25f;
// A heading's middle is nearer than this to the middle of the columns that it spans.
constexpr float centering_em = 0.8f;
// A rule under a heading lies no deeper than this below its baseline.
constexpr float underline_em = 1.0f;
// Words reach this far over the shading of their cell.
constexpr float ground_slack_pt = 1;
// A rule that reaches over this share of the table is a border, not the underline of one heading.
constexpr float full_width_share = 0.93f;

// A rule under a heading shows its columns.
bool span_by_rule(ColumnHeading& heading, const std::vector<ColumnHeading>& line, const std::vector<TextColumn>& columns, const std::vector<Edge>& edges) {
  const float width = columns.back().x1 - columns.front().x0;
  for (const Edge& e : edges) {
    if (!e.horizontal || e.length() > full_width_share * width) continue;
    if (e.at < heading.last_baseline || e.at > heading.last_baseline + underline_em * heading.size_pt) continue;
    if (e.begin > heading.box.center_x() || e.end < heading.box.center_x()) continue;
    if (std::any_of(line.begin(), line.end(), [&](const ColumnHeading& o) {
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

// The smallest shading behind the whole heading that is no band over the table and has no other heading of the line on it.
const Shading* ground_of(const ColumnHeading& heading, const std::vector<ColumnHeading>& line, const std::vector<TextColumn>& columns, const std::vector<Shading>& shadings) {
  const float width = columns.back().x1 - columns.front().x0;
  const auto lies_on = [](const ColumnHeading& h, const Box& box) { return box.contains(h.box.center_x(), h.box.center_y()); };
  const Shading* smallest = nullptr;
  for (const Shading& s : shadings) {
    if (s.box.width() > full_width_share * width || s.box.x0 > heading.box.x0 + ground_slack_pt || s.box.x1 < heading.box.x1 - ground_slack_pt) continue;
    if (!lies_on(heading, s.box) || (smallest && s.box.width() >= smallest->box.width())) continue;
    if (std::none_of(line.begin(), line.end(), [&](const ColumnHeading& o) { return &o != &heading && lies_on(o, s.box); })) smallest = &s;
  }
  return smallest;
}

// The shading of a heading's cell shows its columns.
bool span_by_ground(ColumnHeading& heading, const std::vector<ColumnHeading>& line, const std::vector<TextColumn>& columns, const std::vector<Shading>& shadings) {
  const Shading* ground = ground_of(heading, line, columns, shadings);
  if (!ground) return false;
  size_t first = columns.size(), last = 0;
  for (size_t c = 0; c < columns.size(); ++c) {
    const float middle = (columns[c].x0 + columns[c].x1) / 2;
    if (middle < ground->box.x0 || middle > ground->box.x1) continue;
    first = std::min(first, c);
    last = c;
  }
  if (first > last) return false;
  heading.first = first;
  heading.last = last;
  heading.ground = ground->box;
  return true;
}

bool is_free(const std::vector<ColumnHeading>& line, const ColumnHeading& self, size_t col) {
  return std::none_of(line.begin(), line.end(), [&](const ColumnHeading& h) { return &h != &self && h.first <= col && col <= h.last; });
}

// A heading centred over more columns than it covers spans them, as far as no other heading of its line stands there. Whether
// it is centred over the columns as given.
bool span_by_centering(ColumnHeading& heading, const std::vector<ColumnHeading>& line, const std::vector<TextColumn>& columns) {
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
  if (before < centering_em * heading.size_pt) return true;
  if (best > centering_em * heading.size_pt) return false;
  heading.first = best_first;
  heading.last = best_last;
  return true;
}

// A heading's columns grown evenly to both sides while it stays in their middle and no other heading stands there.
std::pair<size_t, size_t> grown(const ColumnHeading& heading, const std::vector<ColumnHeading>& line, const std::vector<TextColumn>& columns) {
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
bool had_to_break(const std::vector<TableWord>& words, const ColumnHeading& heading, const TextRow& below, const std::vector<TextColumn>& columns) {
  const float left = heading.first > 0 ? columns[heading.first - 1].x1 : columns[heading.first].x0;
  const float right = heading.last + 1 < columns.size() ? columns[heading.last + 1].x0 : columns[heading.last].x1;
  for (const Chunk& chunk : below.chunks)
    if (chunk.box.center_x() > left && chunk.box.center_x() < right)
      return heading.box.width() + words[chunk.words.front()].box.width() > right - left - 2 * heading_gap_em * heading.size_pt;
  return false;
}

// As many columns for each heading, all headings at the same distance from the middle of theirs: numbers set to the right
// under headings in the middle. The number of columns of each, 0 where it does not hold.
size_t evenly_tiled(const std::vector<ColumnHeading>& line, const std::vector<TextColumn>& columns) {
  std::vector<const ColumnHeading*> over;
  for (const ColumnHeading& h : line)
    if (h.first > 0) over.push_back(&h);
  const size_t leaves = columns.size() - 1;
  if (over.size() < 2 || leaves % over.size() || leaves == over.size()) return 0;
  const size_t each = leaves / over.size();
  float least = 1e9f, most = -1e9f;
  for (size_t i = 0; i < over.size(); ++i) {
    const TextColumn &first = columns[1 + i * each], &last = columns[i * each + each];
    if (over[i]->first < 1 + i * each || over[i]->last > i * each + each) return 0;
    const float off = over[i]->box.center_x() - (first.x0 + last.x1) / 2;
    least = std::min(least, off);
    most = std::max(most, off);
  }
  return most - least < centering_em * over[0]->size_pt ? each : 0;
}

// Each right over a heading of the next line: broken lines rather than groups of two.
bool stand_over_headings(const std::vector<ColumnHeading>& line, const TextRow& below) {
  return std::all_of(line.begin(), line.end(), [&](const ColumnHeading& h) {
    return h.first == 0 || std::any_of(below.chunks.begin(), below.chunks.end(), [&](const Chunk& c) { return std::abs(c.box.center_x() - h.box.center_x()) < centering_em * h.size_pt / 2; });
  });
}

// Headings that stand each in the middle of some columns and together over all of them (but the stub) span those columns.
void span_by_tiling(const std::vector<TableWord>& words, std::vector<ColumnHeading>& line, const TextRow& below, const std::vector<TextColumn>& columns) {
  if (const size_t each = stand_over_headings(line, below) ? 0 : evenly_tiled(line, columns)) {
    size_t first = 1;
    for (ColumnHeading& h : line) {
      if (h.first == 0) continue;
      h.first = first;
      h.last = (first += each) - 1;
    }
    return;
  }
  std::vector<std::pair<size_t, size_t>> spans;
  size_t next = 0;
  for (const ColumnHeading& h : line) {
    if (h.first == 0) continue;
    if (had_to_break(words, h, below, columns)) return;
    spans.push_back(grown(h, line, columns));
    if (spans.back().first == spans.back().second || (next && spans.back().first != next)) return;
    next = spans.back().second + 1;
  }
  if (next != columns.size()) return;
  size_t i = 0;
  for (ColumnHeading& h : line)
    if (h.first > 0) std::tie(h.first, h.last) = spans[i++];
}

// The columns as the lines below a line show them.
struct Below {
  std::vector<TextColumn> columns;  // with the headings of one column: figures set to one side take up less than their heading
  std::vector<TextColumn> middles;  // of the headings of one column alone: these stand in the middle of cells, their figures to the right
  std::vector<bool> joined;     // to the next column, by a heading over both
  std::vector<bool> next_line;  // has a heading on the next line
};

void take_line(const std::vector<ColumnHeading>& line, Below& below) {
  below.next_line.assign(below.columns.size(), false);
  for (const ColumnHeading& h : line) {
    for (size_t c = h.first; c <= h.last; ++c) below.next_line[c] = true;
    for (size_t c = h.first; c < h.last; ++c) below.joined[c] = true;
    if (h.spans()) continue;
    below.middles[h.first] = {h.box.center_x(), h.box.center_x()};
    TextColumn& column = below.columns[h.first];
    column = {std::min(column.x0, h.box.x0), std::max(column.x1, h.box.x1)};
  }
}

// A heading over part of a heading below it stands over all of that.
void widen_to_whole_headings(ColumnHeading& heading, const std::vector<ColumnHeading>& line, const Below& below) {
  while (heading.first > 1 && below.joined[heading.first - 1] && is_free(line, heading, heading.first - 1)) --heading.first;
  while (heading.last + 1 < below.columns.size() && below.joined[heading.last] && is_free(line, heading, heading.last + 1)) ++heading.last;
}

bool starts_small(const std::vector<TableWord>& words, const ColumnHeading& heading) {
  const char c = words[heading.words.front()].text.front();
  return c >= 'a' && c <= 'z';
}

// A heading in the middle of an odd number of columns stands right over the heading of the one in the middle. The two are
// not one heading broken into lines where they had room on one line, and the columns beside have headings on that next
// line and none above it.
void span_over_middle(const std::vector<TableWord>& words, ColumnHeading& heading, const std::vector<std::vector<ColumnHeading>>& headings, size_t i,
                      const TextRow& next, const Below& below) {
  const std::vector<ColumnHeading>& line = headings[i];
  if (heading.spans() || heading.first == 0 || !below.next_line[heading.first] || had_to_break(words, heading, next, below.columns)) return;
  for (const ColumnHeading& h : headings[i + 1])
    if (h.overlaps(heading) && (h.spans() || starts_small(words, h))) return;
  const auto is_bare = [&](size_t c) {
    return below.next_line[c] && std::all_of(headings.begin(), headings.begin() + long(i) + 1, [&](const std::vector<ColumnHeading>& l) { return is_free(l, heading, c); });
  };
  const auto nearest = [&](size_t c) {  // of the line's headings
    const auto off = [&](const ColumnHeading& h) { return std::abs(h.box.center_x() - (below.columns[c].x0 + below.columns[c].x1) / 2); };
    return std::all_of(line.begin(), line.end(), [&](const ColumnHeading& h) { return off(h) >= off(heading); });
  };
  std::pair<size_t, size_t> best{heading.first, heading.last};
  for (size_t first = heading.first, last = heading.last; first > 1 && last + 1 < below.columns.size();) {
    --first, ++last;
    if (!is_bare(first) || !is_bare(last) || !nearest(first) || !nearest(last)) break;
    const float middle = (below.columns[first].x0 + below.columns[last].x1) / 2;
    if (std::abs(middle - heading.box.center_x()) < centering_em * heading.size_pt) best = {first, last};
  }
  std::tie(heading.first, heading.last) = best;
}

}  // namespace

bool covers(const Box& box, const TextColumn& column) {
  const float common = std::min(box.x1, column.x1) - std::max(box.x0, column.x0);
  return common > covering_share * std::min(box.width(), column.x1 - column.x0);
}

void set_columns(ColumnHeading& heading, const std::vector<TextColumn>& columns) {
  heading.first = heading.last = column_of(columns, heading.box);
  while (heading.first > 0 && covers(heading.box, columns[heading.first - 1])) --heading.first;
  while (heading.last + 1 < columns.size() && covers(heading.box, columns[heading.last + 1])) ++heading.last;
}

bool apart_on_ground(const ColumnHeading& a, const ColumnHeading& b) {
  return !a.ground.empty() && !b.ground.empty() && !a.ground.contains(b.box.center_x(), b.box.center_y()) && !b.ground.contains(a.box.center_x(), a.box.center_y());
}

void find_spans(const std::vector<TableWord>& words, std::vector<std::vector<ColumnHeading>>& headings, const std::vector<TextRow>& lines,
                const std::vector<TextColumn>& columns, const HeaderGround& ground) {
  Below below{columns, columns, std::vector<bool>(columns.size(), false), {}};
  for (size_t i = headings.size(); i-- > 0;) {
    std::vector<ColumnHeading>& line = headings[i];
    const bool lowest = i + 1 == headings.size();
    bool ruled = false;
    const std::vector<ColumnHeading> as_printed = line;
    for (ColumnHeading& h : line) {
      if (span_by_ground(h, line, columns, ground.shadings) || span_by_rule(h, line, columns, ground.edges)) {
        ruled = true;
      } else if (!lowest) {
        widen_to_whole_headings(h, line, below);
        if (!span_by_centering(h, line, below.columns)) span_by_centering(h, line, below.middles);
      }
    }
    std::vector<ColumnHeading> widened = std::exchange(line, as_printed);
    const bool covered = !ruled && !lowest && span_by_cover(headings, i, below.columns, below.middles, ground.edges);
    if (!covered) line = std::move(widened);
    if (!ruled && !lowest && !covered) {
      span_by_tiling(words, line, lines[i + 1], below.columns);
      for (ColumnHeading& h : line) span_over_middle(words, h, headings, i, lines[i + 1], below);
    }
    take_line(line, below);
  }
}

}  // namespace muster
