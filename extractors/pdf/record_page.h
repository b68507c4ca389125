// Private to extractors/pdf: one page through one Poppler OutputDev.
#pragma once

#include "extractors/pdf/glyph_text.h"
#include "extractors/pdf/page_builder.h"
#include "extractors/pdf/structure_tree.h"
#include "extractors/read/limits.h"
#include "schemas/diagnostic.h"
#include "schemas/document.h"

class PDFDoc;

namespace muster {

// What the pages of one document share while it is recorded.
struct RecordingContext {
  const MarkedContentIndex& marked_content;
  const Limits& limits;
  StyleTable& styles;
  GlyphText& glyph_text;
};

// `number` counts from 1. A page that cannot be read comes back with its number and nothing on it.
Page record_page(PDFDoc& pdf, int number, const RecordingContext& context, Diagnostics& diagnostics);

}  // namespace muster
