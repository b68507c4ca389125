#include "extractors/pdf/drawn_shapes.h"

#include <algorithm>
#include <cmath>

namespace muster {
namespace {

constexpr float straight_tolerance_pt = 0.5f;  // a line drawn this much out of true still looks straight
constexpr float thin_fill_pt = 3.0f;           // word processors draw rules up to this thick as filled rectangles
constexpr float hairline_pt = 0.1f;            // what a zero line width is shown as, at least

Box box_of(const Polygon& polygon) {
  Box box{polygon.points[0].x, polygon.points[0].y, polygon.points[0].x, polygon.points[0].y};
  for (const PathPoint& p : polygon.points) {
    box.x0 = std::min(box.x0, p.x), box.x1 = std::max(box.x1, p.x);
    box.y0 = std::min(box.y0, p.y), box.y1 = std::max(box.y1, p.y);
  }
  return box;
}

// Clipped away altogether gives false. A clip that only touches counts: hairlines have no area.
bool clipped(Box& box, const Box& clip) {
  box = common_part(box, clip);
  return box.x0 <= box.x1 && box.y0 <= box.y1;
}

void add_ruling(Box box, bool horizontal, const Paint& paint, const Limits& limits, Page& page) {
  if (page.rulings.size() >= limits.rulings_per_page || !clipped(box, paint.clip)) return;
  page.rulings.push_back({box, horizontal, paint.rgb, paint.dashed});
}

void add_segment(PathPoint a, PathPoint b, const Paint& paint, const Limits& limits, Page& page) {
  const float dx = std::abs(a.x - b.x), dy = std::abs(a.y - b.y);
  if (std::min(dx, dy) > straight_tolerance_pt || std::max(dx, dy) == 0) return;
  const float half = std::max(paint.line_width_pt, hairline_pt) / 2;
  const bool horizontal = dx >= dy;
  Box box{std::min(a.x, b.x), std::min(a.y, b.y), std::max(a.x, b.x), std::max(a.y, b.y)};
  if (horizontal) {
    const float y = box.center_y();
    box.y0 = y - half, box.y1 = y + half;
  } else {
    const float x = box.center_x();
    box.x0 = x - half, box.x1 = x + half;
  }
  // A very short stroke with a wide pen is a bar drawn across its length.
  add_ruling(box, box.width() >= box.height(), paint, limits, page);
}

bool is_rectangle(const Polygon& polygon, const Box& box) {
  if (polygon.points.size() < 4 || polygon.points.size() > 6) return false;
  return std::all_of(polygon.points.begin(), polygon.points.end(), [&](const PathPoint& p) {
    const auto near_either = [](float v, float a, float b) {
      return std::abs(v - a) <= straight_tolerance_pt || std::abs(v - b) <= straight_tolerance_pt;
    };
    return near_either(p.x, box.x0, box.x1) && near_either(p.y, box.y0, box.y1);
  });
}

float signed_area(const Polygon& polygon) {
  float area = 0;
  for (size_t i = 0; i < polygon.points.size(); ++i) {
    const PathPoint &a = polygon.points[i], &b = polygon.points[(i + 1) % polygon.points.size()];
    area += a.x * b.y - b.x * a.y;
  }
  return area / 2;
}

// A thin ring between two rectangles: the way some producers draw a border.
bool add_frame(const Polygon& first, const Polygon& second, const Paint& paint, const Limits& limits, Page& page) {
  if (first.points.size() < 4 || second.points.size() < 4) return false;
  const Box outer = box_of(first), inner = box_of(second);
  const bool hole = paint.even_odd || signed_area(first) * signed_area(second) < 0;
  if (!hole || outer == inner || !is_rectangle(first, outer) || !is_rectangle(second, inner)) return false;
  const float left = inner.x0 - outer.x0, right = outer.x1 - inner.x1, top = inner.y0 - outer.y0, bottom = outer.y1 - inner.y1;
  const auto thin = [](float v) { return v >= 0 && v <= thin_fill_pt; };
  if (!thin(left) || !thin(right) || !thin(top) || !thin(bottom) || inner.empty()) return false;
  add_ruling({outer.x0, outer.y0, outer.x1, inner.y0}, true, paint, limits, page);
  add_ruling({outer.x0, inner.y1, outer.x1, outer.y1}, true, paint, limits, page);
  add_ruling({outer.x0, outer.y0, inner.x0, outer.y1}, false, paint, limits, page);
  add_ruling({inner.x1, outer.y0, outer.x1, outer.y1}, false, paint, limits, page);
  return true;
}

void add_filled_polygon(const Polygon& polygon, Box box, const Paint& paint, const Limits& limits, Page& page) {
  if (std::min(box.width(), box.height()) <= thin_fill_pt) {
    add_ruling(box, box.width() >= box.height(), paint, limits, page);
  } else if (is_rectangle(polygon, box) && clipped(box, paint.clip) && page.shadings.size() < limits.rulings_per_page) {
    // Clipped to a sliver, a rectangle is seen as a line.
    if (std::min(box.width(), box.height()) <= thin_fill_pt) add_ruling(box, box.width() >= box.height(), paint, limits, page);
    else page.shadings.push_back({box, paint.rgb});
  }
}

}  // namespace

void add_stroke(const std::vector<Polygon>& path, const Paint& paint, const Limits& limits, Page& page) {
  for (const Polygon& polygon : path) {
    for (size_t i = 1; i < polygon.points.size(); ++i)
      add_segment(polygon.points[i - 1], polygon.points[i], paint, limits, page);
    if (polygon.closed && polygon.points.size() > 2)
      add_segment(polygon.points.back(), polygon.points.front(), paint, limits, page);
  }
}

void add_fill(const std::vector<Polygon>& path, const Paint& paint, const Limits& limits, Page& page) {
  for (size_t i = 0; i < path.size(); ++i) {
    if (path[i].points.size() < 2) continue;
    const Box box = box_of(path[i]);
    if (i + 1 < path.size() && add_frame(path[i], path[i + 1], paint, limits, page)) ++i;
    else add_filled_polygon(path[i], box, paint, limits, page);
  }
}

}  // namespace muster
