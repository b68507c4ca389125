#include "extractors/read/expand.h"

#include "schemas/identity.h"

namespace muster {

std::vector<Source> expand(Source file, const Limits&, Diagnostics&) {
  file.content_sha256 = sha256_hex(file.bytes);
  file.document_id = document_id(file.content_sha256, file.parent_id, file.part);
  std::vector<Source> sources;
  sources.push_back(std::move(file));
  return sources;
}

}  // namespace muster
