#include "extractors/ocr/scanned_page.h"

#include <doctest/doctest.h>

using namespace muster;

namespace {

ScannedWord word(const char* text, float x, float size, bool line_end) {
  ScannedWord w{.text = text, .baseline = 100, .size_pt = size, .certainty = 0.9f, .line_end = line_end};
  const float letter = size / 2;
  for (size_t i = 0; i < w.text.size(); ++i)
    w.letters.push_back({x + letter * static_cast<float>(i), 90, x + letter * static_cast<float>(i + 1), 100});
  w.box = {w.letters.front().x0, 90, w.letters.back().x1, 100};
  return w;
}

}  // namespace

TEST_CASE("fill_page: words become runs with boxes, sizes and certainty; what was recorded of the picture goes") {
  Page page{.number = 1, .width = 600, .height = 800};
  page.images.push_back({{0, 0, 600, 800}});
  page.text = "old";
  ScanReading reading{.skew_deg = 0.5f, .words = {word("Posts", 50, 10, false), word("12.5", 78, 10.4f, true), word("Title", 50, 18, true)}};
  reading.rulings.push_back({{50, 110, 300, 111}, true});
  std::vector<TextStyle> styles;
  fill_page(reading, page, styles);
  CHECK(page.from_ocr);
  CHECK(page.skew_deg == 0.5f);
  CHECK(page.images.empty());
  CHECK(page.rulings.size() == 1);
  REQUIRE(page.runs.size() == 3);
  CHECK(run_text(page, page.runs[0]) == "Posts ");
  CHECK(run_text(page, page.runs[1]) == "12.5");
  CHECK(page.runs[1].certainty == 0.9f);
  CHECK(page.runs[0].style == page.runs[1].style);
  CHECK(styles[page.runs[2].style].size_pt > styles[page.runs[0].style].size_pt);
}

TEST_CASE("fill_page: a wide gap is no word space") {
  Page page{.number = 1, .width = 600, .height = 800};
  std::vector<TextStyle> styles;
  fill_page({.words = {word("Posts", 50, 10, false), word("12", 300, 10, true)}}, page, styles);
  CHECK(page.text == "Posts12");
}
