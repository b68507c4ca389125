// Pages of a PDF that are pictures of text -> their glyphs and rulings, read from the picture.
#pragma once

#include "extractors/read/limits.h"
#include "schemas/diagnostic.h"
#include "schemas/document.h"
#include "schemas/source.h"

namespace muster {

// Reads those pages of `document` (recorded from `source`, a PDF) that have no text layer to be trusted, and puts what it reads
// in place of what was recorded; other pages stay. Sets Page::from_ocr, Page::skew_deg and Document::text_source. A page that
// cannot be read stays as it is and leaves a diagnostic: page_without_text, limit_reached or ocr_broken_off.
void read_scans(const Source& source, const Limits& limits, Document& document, Diagnostics& diagnostics);

}  // namespace muster
