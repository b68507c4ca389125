// Excel 5 to 2003 workbooks (XLS) -> Document::tags, as workbooks: see read_xlsx.h.
#pragma once

#include "extractors/read/limits.h"
#include "schemas/diagnostic.h"
#include "schemas/document.h"
#include "schemas/source.h"

namespace muster {

Document read_xls(const Source& source, const Limits& limits, Diagnostics& diagnostics);

}  // namespace muster
