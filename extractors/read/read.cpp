#include "extractors/read/read.h"

namespace muster {

Document read(const Source& source, const Limits&, Diagnostics&) {
  Document document;
  if (source.bytes.empty()) document.failure = "the file is empty (0 bytes)";
  return document;
}

}  // namespace muster
