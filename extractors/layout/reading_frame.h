// Text runs in four directions. In its reading frame every text runs to the right and lines follow downwards, so that
// one piece of code serves all; coordinates there can be negative.
#pragma once

#include <cstdint>

#include "schemas/document.h"
#include "schemas/geometry.h"

namespace muster {

// `rotation` as in GlyphRun: 0, 90, 180 or 270.
inline Box to_reading_frame(const Box& b, int rotation) {
  switch (rotation) {
    case 90: return {b.y0, -b.x1, b.y1, -b.x0};
    case 180: return {-b.x1, -b.y1, -b.x0, -b.y0};
    case 270: return {-b.y1, b.x0, -b.y0, b.x1};
    default: return b;
  }
}

inline Box from_reading_frame(const Box& b, int rotation) {
  switch (rotation) {
    case 90: return {-b.y1, b.x0, -b.y0, b.x1};
    case 180: return {-b.x1, -b.y1, -b.x0, -b.y0};
    case 270: return {b.y0, -b.x1, b.y1, -b.x0};
    default: return b;
  }
}

inline float baseline_in_frame(float baseline, int rotation) {
  return rotation == 90 || rotation == 180 ? -baseline : baseline;
}

// The rotation that most of a page's letters have; 0 for an empty page.
int main_rotation(const Page& page);

// The page turned so that its main rotation reads upright, origin at the new top left, number and text as they are.
// `turn` is the main rotation of the page given: hand it to `turned_back` to get boxes as shown.
Page turned_upright(const Page& page, int turn);

// A box of the upright page as it lies on the page as shown (of that width and height).
Box turned_back(const Box& box, int turn, float shown_width, float shown_height);

}  // namespace muster
