// What OpenDocument files share: their parts and metadata.
#pragma once

#include "extractors/office/zipped_parts.h"

namespace muster {

class OpenDocument : public ZippedParts {
 public:
  OpenDocument(std::string_view bytes, const Limits& limits, Diagnostics& diagnostics);

  // Title, author, date and program, as meta.xml says.
  void take_metadata(Document& document);
};

}  // namespace muster
