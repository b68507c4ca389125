// XLSX -> tags -> blocks. Bytes that are no zip stand for the inside of a worksheet; what follows a NUL byte, for the styles.
#include <cstdint>
#include <string>

#include "extractors/layout/lay_out.h"
#include "extractors/office/read_xlsx.h"
#include "tests/hand_made_zip.h"

using namespace muster;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const DocumentWords words = DocumentWords::load(MUSTER_SOURCE_DIR "/schemas/vocabulary");
  std::string bytes(reinterpret_cast<const char*>(data), size);
  if (!bytes.starts_with("PK")) {
    const size_t nul = bytes.find('\0');
    const std::string styles = nul == std::string::npos ? "" : bytes.substr(nul + 1);
    bytes = testing::xlsx_of({{"Rates", bytes.substr(0, nul)}}, styles, "<si><t>Team</t></si>");
  }
  Diagnostics diagnostics;
  lay_out(read_xlsx({.name = "book.xlsx", .bytes = std::move(bytes)}, {}, diagnostics), words, diagnostics);
  return 0;
}
