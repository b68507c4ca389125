// A page of a PDF as a picture, as a reader sees it: for the review desk and for OCR.
#pragma once

#include <string>
#include <vector>

#include "schemas/source.h"

namespace muster {

// PNG bytes of one page (from 1), in colour on white; empty when the file or the page cannot be drawn, or when the picture
// would be larger than a hundred million pixels. Coordinates of the page as shown, times dpi / 72, are those of the picture.
// `covered`: boxes in points of the page as shown that are painted black.
std::string render_page(const Source& source, int page_number, double dpi, const std::vector<Box>& covered = {});

}  // namespace muster
