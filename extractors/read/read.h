// bytes -> Document. Chooses the reader by content (never by name alone) from one visible table in read.cpp.
#pragma once

#include "extractors/read/limits.h"
#include "schemas/diagnostic.h"
#include "schemas/document.h"
#include "schemas/source.h"

namespace muster {

// Never throws for what is in the bytes: what cannot be read is Document::failure and a diagnostic.
Document read(const Source& source, const Limits& limits, Diagnostics& diagnostics);

}  // namespace muster
