// Separated values -> tags.
#include <cstdint>
#include <string>

#include "extractors/office/read_delimited.h"

using namespace muster;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  Diagnostics diagnostics;
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  record_separator(bytes, false);
  read_delimited({.bytes = bytes}, {}, diagnostics);
  return 0;
}
