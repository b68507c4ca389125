// Plain text -> Document::lines. Line ends may be LF, CRLF or CR; a form feed ends a line and leaves a blank one, so that a
// page break parts paragraphs. Lines are cleaned (clean_text); tabs stay, as columns may hang on them.
#pragma once

#include "extractors/read/limits.h"
#include "schemas/diagnostic.h"
#include "schemas/document.h"
#include "schemas/source.h"

namespace muster {

// Longer lines and more lines than the limits allow are cut, with a diagnostic.
Document read_text(const Source& source, const Limits& limits, Diagnostics& diagnostics);

}  // namespace muster
