#include "extractors/tables/edges.h"

#include <algorithm>
#include <tuple>

namespace muster {
namespace {

constexpr int white_level = 0xF4;  // lighter than this in every channel is not seen on white paper
constexpr float shortest_edge_pt = 2;  // dots, ticks and parts of dashes below it are decoration

bool is_white(uint32_t rgb) {
  return int(rgb >> 16 & 0xFF) > white_level && int(rgb >> 8 & 0xFF) > white_level && int(rgb & 0xFF) > white_level;
}

bool on_dark_ground(const Ruling& ruling, const std::vector<Shading>& shadings) {
  return std::any_of(shadings.begin(), shadings.end(), [&](const Shading& s) {
    return !is_white(s.rgb) && s.box.x0 - 1 <= ruling.box.center_x() && ruling.box.center_x() <= s.box.x1 + 1 &&
           s.box.y0 - 1 <= ruling.box.center_y() && ruling.box.center_y() <= s.box.y1 + 1;
  });
}

Edge edge_of(const Ruling& r) {
  if (r.horizontal) return {true, r.box.center_y(), r.box.x0, r.box.x1, r.dashed};
  return {false, r.box.center_x(), r.box.y0, r.box.y1, r.dashed};
}

// Moves edges [first, last), all near one another, onto their mean line (long edges weigh more).
template <class Iterator>
void move_onto_one_line(Iterator first, Iterator last) {
  double weight = 0, sum = 0;
  for (Iterator e = first; e != last; ++e) {
    const double length = std::max(e->length(), 1.0f);
    weight += length;
    sum += e->at * length;
  }
  for (Iterator e = first; e != last; ++e) e->at = float(sum / weight);
}

void snap(std::vector<Edge>& edges) {
  std::sort(edges.begin(), edges.end(), [](const Edge& a, const Edge& b) {
    return std::tie(b.horizontal, a.at, a.begin, a.end) < std::tie(a.horizontal, b.at, b.begin, b.end);
  });
  for (auto first = edges.begin(); first != edges.end();) {
    auto last = first + 1;
    while (last != edges.end() && last->horizontal == first->horizontal && last->at - first->at <= snap_tolerance_pt) ++last;
    move_onto_one_line(first, last);
    std::sort(first, last, [](const Edge& a, const Edge& b) { return a.begin < b.begin; });
    first = last;
  }
}

}  // namespace

std::vector<Edge> find_edges(const std::vector<Ruling>& rulings, const std::vector<Shading>& shadings) {
  std::vector<Edge> edges;
  for (const Ruling& r : rulings) {
    const Edge edge = edge_of(r);
    if (edge.length() < shortest_edge_pt) continue;
    if (is_white(r.rgb) && !on_dark_ground(r, shadings)) continue;
    edges.push_back(edge);
  }
  return edges;
}

std::vector<Edge> shading_edges(const std::vector<Shading>& shadings) {
  std::vector<Edge> edges;
  const auto near = [](float a, float b) { return a - b < snap_tolerance_pt && b - a < snap_tolerance_pt; };
  for (const Shading& s : shadings) {
    const auto neighbours = std::count_if(shadings.begin(), shadings.end(), [&](const Shading& o) {
      const bool beside = near(o.box.y0, s.box.y0) && near(o.box.y1, s.box.y1) &&
                          (near(o.box.x0, s.box.x1) || near(o.box.x1, s.box.x0));
      const bool stacked = near(o.box.x0, s.box.x0) && near(o.box.x1, s.box.x1) &&
                           (near(o.box.y0, s.box.y1) || near(o.box.y1, s.box.y0));
      return beside || stacked;
    });
    if (neighbours < 2) continue;
    edges.push_back({true, s.box.y0, s.box.x0, s.box.x1});
    edges.push_back({true, s.box.y1, s.box.x0, s.box.x1});
    edges.push_back({false, s.box.x0, s.box.y0, s.box.y1});
    edges.push_back({false, s.box.x1, s.box.y0, s.box.y1});
  }
  return edges;
}

std::vector<Edge> joined_edges(std::vector<Edge> edges) {
  snap(edges);
  std::vector<Edge> joined;
  for (const Edge& e : edges) {
    if (!joined.empty() && joined.back().horizontal == e.horizontal && joined.back().at == e.at &&
        e.begin - joined.back().end <= join_tolerance_pt) {
      joined.back().end = std::max(joined.back().end, e.end);
      joined.back().dashed = joined.back().dashed && e.dashed;
    } else {
      joined.push_back(e);
    }
  }
  return joined;
}

}  // namespace muster
