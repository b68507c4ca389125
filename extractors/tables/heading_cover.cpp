#include "extractors/tables/heading_cover.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <tuple>

namespace muster {
namespace {

// A heading's middle is nearer than this to the middle of the columns that it spans, and further from those that it does not.
constexpr float centering_em = 0.8f;
// Headings of one height stand this near to the line of the lowest headings.
constexpr float same_height_em = 0.5f;
// A heading that starts or ends this near to a column's start or end is set to that side of it.
constexpr float aligned_pt = 2;
// A column left out before the first group is more likely (a second stub) than one between two or after the last.
constexpr float left_out_before = 0.5f;

struct Line {
  std::vector<std::vector<ColumnHeading>>& headings;
  size_t i;
  const std::vector<TextColumn>&columns, &middles;
  std::vector<bool> open;  // columns whose heading stands on the lowest level

  const std::vector<ColumnHeading>& own() const { return headings[i]; }
};

// The line below i with the most headings.
size_t leaf_line(const std::vector<std::vector<ColumnHeading>>& headings, size_t i) {
  size_t leaf = i + 1;
  for (size_t k = i + 1; k < headings.size(); ++k)
    if (headings[k].size() >= headings[leaf].size()) leaf = k;
  return leaf;
}

// Columns with a heading on the line of the lowest headings, or one of several lines with its middle at that height: a heading in
// the middle of the whole header's height stands beside the groups.
std::vector<bool> open_columns(const std::vector<std::vector<ColumnHeading>>& headings, size_t i, size_t columns) {
  const size_t leaf = leaf_line(headings, i);
  const float height = headings[leaf].front().first_baseline, em = headings[leaf].front().size_pt;
  std::vector<bool> open(columns, false);
  for (size_t c = 1; c < columns; ++c) {
    float sum = 0;
    int lines = 0;
    for (size_t k = i + 1; k < headings.size(); ++k)
      for (const ColumnHeading& h : headings[k]) {
        if (c < h.first || h.last < c) continue;
        sum += h.first_baseline;
        ++lines;
        open[c] = open[c] || k == leaf;
      }
    open[c] = open[c] || (lines > 0 && std::abs(sum / float(lines) - height) < same_height_em * em);
  }
  return open;
}

// How far the heading is from the middle of the columns: by the middles of their headings or by their outer edges.
float off_center(const Line& line, const ColumnHeading& h, size_t first, size_t last) {
  const auto mid = [](const TextColumn& c) { return (c.x0 + c.x1) / 2; };
  const float by_middles = (mid(line.middles[first]) + mid(line.middles[last])) / 2, by_edges = (line.columns[first].x0 + line.columns[last].x1) / 2;
  return std::min(std::abs(by_middles - h.box.center_x()), std::abs(by_edges - h.box.center_x()));
}

bool is_free(const Line& line, const ColumnHeading& self, size_t col) {
  return std::none_of(line.own().begin(), line.own().end(), [&](const ColumnHeading& h) { return &h != &self && h.first <= col && col <= h.last; });
}

// In the middle between columns, and set to no column's side.
bool stands_between(const Line& line, const ColumnHeading& h) {
  for (size_t c = 0; c < line.columns.size(); ++c) {
    const TextColumn& column = line.columns[c];
    if (off_center(line, h, c, c) < centering_em * h.size_pt) return false;
    const bool within_left = c == 0 || h.box.x0 > line.columns[c - 1].x1, within_right = c + 1 == line.columns.size() || h.box.x1 < line.columns[c + 1].x0;
    if (within_right && std::abs(h.box.x0 - column.x0) < aligned_pt) return false;
    if (within_left && std::abs(h.box.x1 - column.x1) < aligned_pt) return false;
  }
  return true;
}

// A rule under the heading and above the next line that runs over a column without a heading on this line.
bool has_rule_over_group(const Line& line, const ColumnHeading& h, const std::vector<Edge>& edges) {
  const float next = line.headings[line.i + 1].front().box.y0;
  return std::any_of(edges.begin(), edges.end(), [&](const Edge& e) {
    if (!e.horizontal || e.at < h.last_baseline || e.at > next + 1 || e.begin > h.box.center_x() || e.end < h.box.center_x()) return false;
    for (size_t c = 1; c < line.columns.size(); ++c) {
      const float middle = (line.middles[c].x0 + line.middles[c].x1) / 2;
      if (line.open[c] && e.begin < middle && middle < e.end && !(h.first <= c && c <= h.last) && is_free(line, h, c)) return true;
    }
    return false;
  });
}

bool heads_groups(const Line& line, const std::vector<Edge>& edges) {
  return std::any_of(line.own().begin(), line.own().end(), [&](const ColumnHeading& h) {
    return h.first > 0 && (stands_between(line, h) || has_rule_over_group(line, h, edges));
  });
}

struct Span {
  size_t first = 0, last = 0;
  float off = 0;
};

// The columns that a heading may stand over, its own or a group around its middle.
std::vector<Span> possible_spans(const Line& line, const ColumnHeading& h) {
  std::vector<Span> spans;
  if (!line.open[h.first] && !h.spans()) return {{h.first, h.last, 0}};
  for (size_t first = 1; first < line.columns.size(); ++first)
    for (size_t last = first; last < line.columns.size() && line.open[last] && is_free(line, h, last); ++last) {
      const float off = off_center(line, h, first, last);
      if (line.open[first] && is_free(line, h, first) && off < centering_em * h.size_pt) spans.push_back({first, last, off});
    }
  return spans;
}

struct Cover {
  float left_out = 0, off = 0;
  std::vector<Span> spans;
};

float open_between(const Line& line, size_t first, size_t end) {
  return float(std::count(line.open.begin() + long(first), line.open.begin() + long(std::max(first, end)), true));
}

// The spans of headings [k, end) right of column `next` that leave out the least; none where a heading finds no place.
std::optional<Cover> best_cover(const Line& line, const std::vector<const ColumnHeading*>& heads, size_t k, size_t next) {
  if (k == heads.size()) return Cover{open_between(line, next, line.columns.size()), 0, {}};
  std::optional<Cover> best;
  for (const Span& span : possible_spans(line, *heads[k])) {
    if (span.first < next) continue;
    std::optional<Cover> rest = best_cover(line, heads, k + 1, span.last + 1);
    if (!rest) continue;
    rest->left_out += open_between(line, next, span.first) * (k == 0 ? left_out_before : 1);
    rest->off += span.off;
    rest->spans.insert(rest->spans.begin(), span);
    if (!best || std::tie(rest->left_out, rest->off) < std::tie(best->left_out, best->off)) best = std::move(rest);
  }
  return best;
}

// Headings whose places the search tries together; lines with more are single headings.
constexpr size_t most_groups = 8;

}  // namespace

bool span_by_cover(std::vector<std::vector<ColumnHeading>>& headings, size_t i, const std::vector<TextColumn>& columns,
                   const std::vector<TextColumn>& middles, const std::vector<Edge>& edges) {
  const Line line{headings, i, columns, middles, open_columns(headings, i, columns.size())};
  std::vector<const ColumnHeading*> heads;
  for (const ColumnHeading& h : headings[i])
    if (h.first > 0) heads.push_back(&h);
  if (heads.empty() || heads.size() > most_groups || !heads_groups(line, edges)) return false;
  const std::optional<Cover> cover = best_cover(line, heads, 0, 1);
  if (!cover) return false;
  for (size_t k = 0; k < heads.size(); ++k) {
    ColumnHeading& h = headings[i][size_t(heads[k] - headings[i].data())];
    std::tie(h.first, h.last) = std::pair(cover->spans[k].first, cover->spans[k].last);
  }
  return true;
}

}  // namespace muster
