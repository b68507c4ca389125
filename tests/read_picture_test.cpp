#include "extractors/ocr/read_picture.h"

#include <doctest/doctest.h>

#include "extractors/ocr/scan_reader.h"
#include "tests/run_program.h"

using namespace muster;

TEST_CASE("read_picture: a picture is a page of the size that it was scanned from") {
  if (const std::string missing = ScanReader().missing(); !missing.empty()) {
    MESSAGE("skipped: " << missing);
    return;
  }
  const std::filesystem::path folder = MUSTER_SOURCE_DIR "/corpus/mini/scan";
  size_t pictures = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".png" || pictures++ > 0) continue;
    Diagnostics diagnostics;
    const Document document = read_picture({.bytes = file_text(entry.path().string())}, {}, diagnostics);
    REQUIRE(document.pages.size() == 1);
    CHECK(document.text_source == TextSource::ocr);
    CHECK(document.pages[0].from_ocr);
    CHECK(document.pages[0].glyphs.size() > 20);
  }
  CHECK(pictures > 0);
}

TEST_CASE("read_picture: damaged and absurd pictures say so") {
  if (!ScanReader().missing().empty()) return;
  std::string absurd = "\x89PNG\r\n\x1A\n" + std::string("\0\0\0\rIHDR\x7F\xFF\xFF\xFF\x7F\xFF\xFF\xFF\x08\0\0\0\0", 21) + std::string(40, '\0');
  for (const std::string& bytes : {std::string("\x89PNG\r\n\x1A\n"), std::string("\xFF\xD8\xFF\xE0 cut"), absurd}) {
    Diagnostics diagnostics;
    CHECK(!read_picture({.bytes = bytes}, {}, diagnostics).failure.empty());
  }
}
