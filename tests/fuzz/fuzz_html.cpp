// HTML -> tags -> blocks; of a correspondence each message for itself.
#include <cstdint>
#include <string>

#include "extractors/layout/lay_out.h"
#include "extractors/read/page_messages.h"
#include "extractors/read/read_html.h"

using namespace muster;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const DocumentWords words = DocumentWords::load(MUSTER_SOURCE_DIR "/schemas/vocabulary");
  Diagnostics diagnostics;
  const Source source{.name = "page.html", .bytes = std::string(reinterpret_cast<const char*>(data), size)};
  const Document page = read_html(source, {}, diagnostics);
  lay_out(page, words, diagnostics);
  for (const std::string& anchor : messages_of_page(source.bytes)) {
    Document message = page;
    keep_message({.name = source.name, .bytes = source.bytes, .parent_id = "page", .part = anchor}, message);
    lay_out(message, words, diagnostics);
  }
  return 0;
}
