// OpenDocument text (ODT) -> Document::tags with the names that read_docx.h lists.
#pragma once

#include "extractors/read/limits.h"
#include "schemas/diagnostic.h"
#include "schemas/document.h"
#include "schemas/source.h"

namespace muster {

// Tracked changes as if accepted; numbering as the label that a reader sees; text boxes behind the paragraph that anchors them;
// headers and footers around the body; footnotes at the end, under their marks; notes of the margin left out.
Document read_odt(const Source& source, const Limits& limits, Diagnostics& diagnostics);

}  // namespace muster
