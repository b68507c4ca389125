// RTF -> tags -> blocks.
#include <cstdint>
#include <string>

#include "extractors/layout/lay_out.h"
#include "extractors/office/read_rtf.h"

using namespace muster;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const DocumentWords words = DocumentWords::load(MUSTER_SOURCE_DIR "/schemas/vocabulary");
  Diagnostics diagnostics;
  lay_out(read_rtf({.bytes = std::string(reinterpret_cast<const char*>(data), size)}, {}, diagnostics), words, diagnostics);
  return 0;
}
