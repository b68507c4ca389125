// Places on a page. Unit: PDF points (1/72 inch). Origin: top left of the page as shown, after /Rotate and the crop box;
// x grows to the right, y grows downwards (the convention of ICDAR 2013 region files turned over, and of W3C media fragments).
#pragma once

#include <algorithm>

namespace muster {

struct Box {
  float x0 = 0, y0 = 0, x1 = 0, y1 = 0;  // x0 <= x1, y0 <= y1

  float width() const { return x1 - x0; }
  float height() const { return y1 - y0; }
  float center_x() const { return (x0 + x1) / 2; }
  float center_y() const { return (y0 + y1) / 2; }
  bool empty() const { return x1 <= x0 || y1 <= y0; }
  bool contains(float x, float y) const { return x >= x0 && x <= x1 && y >= y0 && y <= y1; }
  bool operator==(const Box&) const = default;

  template <class Visitor>
  void fields(Visitor& v) { v(x0, y0, x1, y1); }
};

// The smallest box around both. A default-constructed Box counts as nothing.
inline Box united(const Box& a, const Box& b) {
  if (a == Box{}) return b;
  if (b == Box{}) return a;
  return {std::min(a.x0, b.x0), std::min(a.y0, b.y0), std::max(a.x1, b.x1), std::max(a.y1, b.y1)};
}

// The common part; empty() when there is none.
inline Box common_part(const Box& a, const Box& b) {
  return {std::max(a.x0, b.x0), std::max(a.y0, b.y0), std::min(a.x1, b.x1), std::min(a.y1, b.y1)};
}

}  // namespace muster
