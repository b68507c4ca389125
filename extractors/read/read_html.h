// HTML -> Document::tags. Gumbo repairs the markup as HTML5 prescribes (implied rows, foster-parented text, "&#150;").
// The flat vector serves every question that XPath would (parents before children, a subtree is one range of indices: see
// tag_tree.h), so there is no second tree in libxml2.
#pragma once

#include "extractors/read/limits.h"
#include "schemas/diagnostic.h"
#include "schemas/document.h"
#include "schemas/source.h"

namespace muster {

// Elements with their attributes (without scripts and data: addresses) and text nodes "#text"; script, style and comments
// have no text. Tag::hidden where a reader sees nothing: head, hidden, display:none, and text for screen readers only.
// Deeper than Limits::tag_depth, elements become children of the deepest one kept, so that no text is lost.
Document read_html(const Source& source, const Limits& limits, Diagnostics& diagnostics);

}  // namespace muster
