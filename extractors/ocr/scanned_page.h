// Private to extractors/ocr: what was read from a picture as a Page, so that nothing downstream knows the difference.
#pragma once

#include "extractors/ocr/scan_reader.h"
#include "schemas/diagnostic.h"
#include "schemas/document.h"

namespace muster {

// Puts the words and rulings of `reading` in place of what `page` held; fresh styles are added to `styles`.
void fill_page(const ScanReading& reading, Page& page, std::vector<TextStyle>& styles);

// Says so where the words were read with little certainty, and where the page was turned upright first.
void report_legibility(const ScanReading& reading, int page, Diagnostics& diagnostics);

}  // namespace muster
