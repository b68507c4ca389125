#include "extractors/tables/stub_spans.h"

#include <algorithm>

namespace muster {
namespace {

// Fewer groups are no pattern.
constexpr size_t least_groups = 2;
// A rule crosses a cell when it runs over this share of the cell's width.
constexpr float crossing_share = 0.6f;
// A row's words overlap the one above by less than this.
constexpr float row_overlap_pt = 2;

struct BodyRow {
  int row = 0;
  ReadCell* label = nullptr;  // in the stub; null where that is blank
  std::string next;           // text of the column after the stub
  bool section = false;       // nothing but its label
  Box box;                    // of the words right of the stub
};

// The rows [first, end) of one group.
struct Group {
  size_t first = 0, end = 0;
};

std::vector<BodyRow> body_rows(Reading& reading) {
  std::vector<BodyRow> rows(size_t(std::max(0, reading.rows - reading.header_rows)));
  for (size_t i = 0; i < rows.size(); ++i) rows[i] = {reading.header_rows + int(i), nullptr, {}, true, {}};
  for (ReadCell& c : reading.cells) {
    if (c.row < reading.header_rows || c.blank()) continue;
    BodyRow& row = rows[size_t(c.row - reading.header_rows)];
    if (c.col == 0) {
      row.label = &c;
      continue;
    }
    row.section = false;
    if (c.col == 1) row.next = text_of(reading, c);
    for (const size_t w : c.words) row.box = united(row.box, reading.words[w].box);
  }
  return rows;
}

Box stub_box(const Reading& reading, const std::vector<BodyRow>& rows) {
  Box box;
  for (const BodyRow& row : rows)
    if (row.label && row.label->colspan == 1)
      for (const size_t w : row.label->words) box = united(box, reading.words[w].box);
  return box;
}

bool rule_between(const std::vector<Edge>& edges, const BodyRow& above, const BodyRow& below, float x0, float x1) {
  return std::any_of(edges.begin(), edges.end(), [&](const Edge& e) {
    return e.horizontal && e.at > above.box.y1 - row_overlap_pt && e.at < below.box.y0 + row_overlap_pt &&
           std::min(e.end, x1) - std::max(e.begin, x0) > crossing_share * (x1 - x0);
  });
}

// Rules part groups where they cross the stub; within a group they cross the other columns alone.
std::vector<Group> groups_by_rules(const std::vector<Edge>& edges, const std::vector<BodyRow>& rows, const Box& stub) {
  std::vector<Group> groups;
  bool inner = false;
  for (size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].section) continue;
    const bool first = groups.empty() || groups.back().end != i;
    if (first || rule_between(edges, rows[i - 1], rows[i], stub.x0, stub.x1)) {
      groups.push_back({i, i + 1});
      continue;
    }
    inner = inner || rule_between(edges, rows[i - 1], rows[i], rows[i].box.x0, rows[i].box.x1);
    groups.back().end = i + 1;
  }
  return inner ? groups : std::vector<Group>{};
}

// The labels of the next column come again in the order of the first group.
std::vector<Group> groups_by_cycle(const std::vector<BodyRow>& rows) {
  std::vector<Group> groups;
  std::vector<std::string> cycle;
  bool closed = false;
  for (size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].section) continue;
    if (rows[i].next.empty()) return {};
    closed = closed || (!cycle.empty() && rows[i].next == cycle.front());
    if (!closed) {
      if (groups.empty()) groups.push_back({i, i});
      if (groups.back().end != i) return {};
      cycle.push_back(rows[i].next);
    } else if (groups.back().end - groups.back().first == cycle.size()) {
      groups.push_back({i, i});
    }
    const size_t place = i - groups.back().first;
    if (place >= cycle.size() || cycle[place] != rows[i].next) return {};
    groups.back().end = i + 1;
  }
  return groups;
}

// Every group of several rows with one label, and enough of them; the first may carry on from the page before.
bool has_one_label_each(const std::vector<BodyRow>& rows, const std::vector<Group>& groups) {
  size_t wide = 0;
  for (const Group& group : groups) {
    const auto labels = std::count_if(rows.begin() + long(group.first), rows.begin() + long(group.end), [](const BodyRow& r) { return r.label; });
    if (labels != 1) return false;
    wide += group.end - group.first > 1;
  }
  return wide >= least_groups;
}

}  // namespace

void span_stub_labels(const std::vector<Edge>& edges, Reading& reading) {
  std::vector<BodyRow> rows = body_rows(reading);
  if (std::none_of(rows.begin(), rows.end(), [](const BodyRow& r) { return !r.label && !r.section; })) return;
  std::vector<Group> groups = groups_by_rules(edges, rows, stub_box(reading, rows));
  if (!has_one_label_each(rows, groups)) groups = groups_by_cycle(rows);
  if (!has_one_label_each(rows, groups)) return;
  for (const Group& group : groups)
    for (size_t i = group.first; i < group.end; ++i)
      if (rows[i].label) {
        rows[i].label->row = rows[group.first].row;
        rows[i].label->rowspan = int(group.end - group.first);
      }
}

}  // namespace muster
