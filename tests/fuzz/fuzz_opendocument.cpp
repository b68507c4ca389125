// ODT and ODS -> tags -> blocks. Bytes that are no zip stand for content.xml, so that mutations reach beyond the zip.
#include <cstdint>
#include <string>

#include "extractors/layout/lay_out.h"
#include "extractors/office/read_ods.h"
#include "extractors/office/read_odt.h"
#include "tests/hand_made_zip.h"

using namespace muster;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const DocumentWords words = DocumentWords::load(MUSTER_SOURCE_DIR "/schemas/vocabulary");
  std::string bytes(reinterpret_cast<const char*>(data), size);
  if (!bytes.starts_with("PK")) bytes = testing::zip_of({{"content.xml", bytes}});
  Limits limits;
  limits.tags = 100'000;
  Diagnostics diagnostics;
  lay_out(read_odt({.bytes = bytes}, limits, diagnostics), words, diagnostics);
  lay_out(read_ods({.bytes = std::move(bytes)}, limits, diagnostics), words, diagnostics);
  return 0;
}
