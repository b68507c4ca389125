// Plain text -> Document::lines. Line ends may be LF, CRLF or CR; a form feed ends a line and leaves a blank one, so that a
// page break parts paragraphs. Lines are cleaned (clean_text); tabs stay, as columns may hang on them.
#pragma once

#include <string_view>

#include "extractors/read/limits.h"
#include "schemas/diagnostic.h"
#include "schemas/document.h"

namespace muster {

// `utf8` is the text after decoding. Longer lines and more lines than the limits allow are cut, with a diagnostic.
Document read_text(std::string_view utf8, const Limits& limits, Diagnostics& diagnostics);

}  // namespace muster
