#include "extractors/layout/lay_out.h"

#include "extractors/layout/places_as_shown.h"

namespace muster {

Blocks lay_out(const Document& document, const DocumentWords& words, Diagnostics& diagnostics) {
  if (!document.pages.empty()) {
    Blocks blocks = lay_out_pages(document, words, diagnostics);
    show_places(document, blocks);
    return blocks;
  }
  if (!document.lines.empty()) return lay_out_lines(document, words, diagnostics);
  return lay_out_tags(document, words, diagnostics);
}

}  // namespace muster
