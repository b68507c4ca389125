// PDF bytes -> Document: everything a page draws, in one pass for each page, joined with the structure tree.
// extractors/pdf/ is the only place that knows Poppler.
#pragma once

#include "extractors/read/limits.h"
#include "schemas/diagnostic.h"
#include "schemas/document.h"
#include "schemas/source.h"

namespace muster {

// Never throws for what is in the bytes. Files locked against copying only (owner password) are read; a file that needs a
// password to open, or cannot be repaired, comes back with Document::failure. Parser complaints become diagnostics
// (pdf_syntax), reached limits too (limit_reached).
Document record_pdf(const Source& source, const Limits& limits, Diagnostics& diagnostics);

}  // namespace muster
