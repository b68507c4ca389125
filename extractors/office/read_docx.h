// Word documents (DOCX) -> Document::tags with HTML names: p, h1..h6, table, tr, th, td, b, i, sup, a, br, img, header, footer.
#pragma once

#include "extractors/read/limits.h"
#include "schemas/diagnostic.h"
#include "schemas/document.h"
#include "schemas/source.h"

namespace muster {

// Tracked changes as if accepted; numbering as the label that a reader sees ("office-label", "office-level" from 1 on the
// paragraph); text boxes behind the paragraph that anchors them; headers and footers around the body, each wording once
// ("office-region"); footnotes and endnotes at the end, under their numbers.
Document read_docx(const Source& source, const Limits& limits, Diagnostics& diagnostics);

}  // namespace muster
