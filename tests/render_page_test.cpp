#include "extractors/pdf/render_page.h"

#include <doctest/doctest.h>

#include "tests/hand_made_pdf.h"

using namespace muster;

TEST_CASE("render_page: a PNG of the page's size; nothing where there is nothing to draw") {
  const Source source{.bytes = test::HandMadePdf{.content = "0 0 0 rg 10 10 100 50 re f"}.bytes()};
  const std::string png = render_page(source, 1, 144);
  REQUIRE(png.size() > 24);
  CHECK(png.substr(1, 3) == "PNG");
  const auto number = [&](size_t at) { return static_cast<unsigned char>(png[at + 2]) * 256 + static_cast<unsigned char>(png[at + 3]); };
  CHECK(number(16) == 600);
  CHECK(number(20) == 400);
  CHECK(render_page(source, 2, 144).empty());
  CHECK(render_page(source, 1, 1e6).empty());
  CHECK(render_page({.bytes = "no PDF"}, 1, 72).empty());
}
