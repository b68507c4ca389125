// DOCX -> tags -> blocks. Bytes that are no zip stand for the body of document.xml, so that mutations reach beyond the zip.
#include <cstdint>
#include <string>

#include "extractors/layout/lay_out.h"
#include "extractors/office/read_docx.h"
#include "tests/hand_made_zip.h"

using namespace muster;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const DocumentWords words = DocumentWords::load(MUSTER_SOURCE_DIR "/schemas/vocabulary");
  static const std::string numbering =
      "<w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:numFmt w:val='lowerRoman'/><w:lvlText w:val='%1.%2)'/></w:lvl></w:abstractNum>"
      "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>";
  std::string bytes(reinterpret_cast<const char*>(data), size);
  if (!bytes.starts_with("PK")) bytes = testing::docx_of(bytes, {{"numbering", numbering}, {"footnotes", "<w:footnote w:id='1'><w:p/></w:footnote>"}});
  Diagnostics diagnostics;
  lay_out(read_docx({.name = "letter.docx", .bytes = std::move(bytes)}, {}, diagnostics), words, diagnostics);
  return 0;
}
