// Private to extractors/ocr/engine: the lines of tables in a picture, found by their shape alone.
#pragma once

#include <vector>

#include "extractors/ocr/engine/picture.h"
#include "schemas/document.h"

namespace muster {

struct RasterRulings {
  std::vector<Ruling> rulings;  // in points
  Picture without;              // the picture with the lines painted over, so that no letter is read into them
};

// `grey` must be straight. Dark runs as long and thin as table borders are rulings.
RasterRulings raster_rulings(const StraightPicture& picture, double dpi);

}  // namespace muster
