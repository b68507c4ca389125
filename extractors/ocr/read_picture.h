// Pictures of documents (PNG, JPEG, TIFF and others that Leptonica reads) -> pages, as if they were scans in a PDF.
#pragma once

#include "extractors/read/limits.h"
#include "schemas/diagnostic.h"
#include "schemas/document.h"
#include "schemas/source.h"

namespace muster {

// Each picture of a TIFF is a page. Where the recogniser is missing, the failure names what to install.
Document read_picture(const Source& source, const Limits& limits, Diagnostics& diagnostics);

}  // namespace muster
