// Archives, mail and mailboxes -> members; messages -> documents.
#include <cstdint>
#include <string>

#include "extractors/mail/read_email.h"
#include "extractors/read/expand.h"

using namespace muster;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  Limits limits;
  limits.expanded_bytes = 8u << 20;
  limits.members = 200;
  Diagnostics diagnostics;
  const Source source{.name = "container", .bytes = std::string(reinterpret_cast<const char*>(data), size)};
  expand(source, limits, diagnostics);
  read_email(source, limits, diagnostics);
  return 0;
}
