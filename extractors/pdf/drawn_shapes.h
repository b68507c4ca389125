// Painted paths -> rulings and shadings. Knows nothing of Poppler: a path is its points as shown on the page.
#pragma once

#include <cstdint>
#include <vector>

#include "extractors/read/limits.h"
#include "schemas/document.h"

namespace muster {

struct PathPoint {
  float x = 0, y = 0;
};

// One subpath of straight segments (subpaths with curves are left out by the caller).
struct Polygon {
  std::vector<PathPoint> points;
  bool closed = false;
};

struct Paint {
  uint32_t rgb = 0;
  float line_width_pt = 0;  // strokes only
  bool dashed = false;
  bool even_odd = false;    // fills only: the rule that makes a rectangle within a rectangle a hole
  Box clip;                 // what is outside is not shown
};

// Horizontal and vertical segments become rulings as thick as the pen.
void add_stroke(const std::vector<Polygon>& path, const Paint& paint, const Limits& limits, Page& page);

// Thin shapes become rulings, other rectangles shadings, a rectangle within a rectangle (a frame) four rulings.
void add_fill(const std::vector<Polygon>& path, const Paint& paint, const Limits& limits, Page& page);

}  // namespace muster
