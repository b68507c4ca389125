// OpenDocument spreadsheets (ODS) -> Document::tags, as workbooks: see read_xlsx.h.
#pragma once

#include "extractors/read/limits.h"
#include "schemas/diagnostic.h"
#include "schemas/document.h"
#include "schemas/source.h"

namespace muster {

// Values as the file itself shows them; notes on cells are left out.
Document read_ods(const Source& source, const Limits& limits, Diagnostics& diagnostics);

}  // namespace muster
