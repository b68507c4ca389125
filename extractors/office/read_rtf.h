// Rich Text Format (RTF 1.9) -> Document::tags with the names that read_docx.h lists.
#pragma once

#include "extractors/read/limits.h"
#include "schemas/diagnostic.h"
#include "schemas/document.h"
#include "schemas/source.h"

namespace muster {

// Labels of lists as the writing program stored them; headers and footers around the body; footnotes at the end; text that
// tracked changes delete is left out. Tables within tables are read as text of their cell.
Document read_rtf(const Source& source, const Limits& limits, Diagnostics& diagnostics);

}  // namespace muster
