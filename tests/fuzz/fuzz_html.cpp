// HTML -> tags -> blocks.
#include <cstdint>
#include <string>

#include "extractors/layout/lay_out.h"
#include "extractors/read/read_html.h"

using namespace muster;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const DocumentWords words = DocumentWords::load(MUSTER_SOURCE_DIR "/schemas/vocabulary");
  Diagnostics diagnostics;
  const Source source{.name = "page.html", .bytes = std::string(reinterpret_cast<const char*>(data), size)};
  lay_out(read_html(source, {}, diagnostics), words, diagnostics);
  return 0;
}
