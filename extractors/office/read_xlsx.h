// Workbooks (XLSX) -> Document::tags: each sheet a heading with its name (unless the program gave it), lines as p, tables as
// table, with values as their number formats show them.
#pragma once

#include "extractors/read/limits.h"
#include "schemas/diagnostic.h"
#include "schemas/document.h"
#include "schemas/source.h"

namespace muster {

// Hidden sheets, rows and columns are kept, their tags hidden. Formulas give their stored values; those without one are a
// diagnostic.
Document read_xlsx(const Source& source, const Limits& limits, Diagnostics& diagnostics);

}  // namespace muster
