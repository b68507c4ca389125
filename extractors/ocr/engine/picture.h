// Private to extractors/ocr/engine: pictures in Leptonica's form, and those of scanned pages made straight.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

struct Pix;

namespace muster {

struct PictureDeleter {
  void operator()(Pix* pix) const;
};
using Picture = std::unique_ptr<Pix, PictureDeleter>;

// 8 bits of grey a pixel, turned so that its lines are level.
struct StraightPicture {
  Picture grey;          // null when the picture could not be decoded
  uint32_t paper = 255;  // the paper's own grey, for painting over
  float skew_deg = 0;    // clockwise turn that was undone, quarter turns included
};

Picture grey_picture(std::string_view bytes);  // null when it could not be decoded

// The clockwise turn (0, 90, 180 or 270 degrees) that seems to put the page upright, by the letters that rise above their line;
// 0 where that cannot be told.
int turn_to_upright(const Picture& grey);

StraightPicture straight_picture(const Picture& grey, int turn_deg);

// Ink (1) on paper (0), uneven light evened out; faint lines are ink at a higher `threshold` (0 to 255).
Picture ink_of(const Picture& grey, int threshold);

}  // namespace muster
