#include "extractors/layout/lay_out.h"

namespace muster {

Blocks lay_out(const Document& document, const DocumentWords& words, Diagnostics& diagnostics) {
  if (!document.pages.empty()) return lay_out_pages(document, words, diagnostics);
  if (!document.lines.empty()) return lay_out_lines(document, words, diagnostics);
  return lay_out_tags(document, words, diagnostics);
}

}  // namespace muster
