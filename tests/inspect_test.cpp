#include "tools/inspect.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/hand_made_pdf.h"
#include "tests/test_directory.h"

using namespace muster;

namespace {

std::string inspected(InspectOptions options) {
  const auto path = test_directory("inspect") / "page.pdf";
  std::ofstream(path, std::ios::binary) << test::HandMadePdf{.content = "1 w 20 90 m 200 90 l S BT /F1 10 Tf 20 100 Td (Vacancies & posts) Tj ET"}.bytes();
  options.file = path.string();
  options.vocabulary_directory = MUSTER_SOURCE_DIR "/schemas/vocabulary";
  std::ostringstream out;
  const int code = inspect(options, out);
  CHECK(code == 0);
  return out.str();
}

bool has(const std::string& text, const char* part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("inspect: what each stage hands on") {
  CHECK(has(inspected({.until = InspectUntil::read}), "|Vacancies & posts|"));
  CHECK(has(inspected({.until = InspectUntil::lay_out}), "0  paragraph  p1 20,"));
  CHECK(has(inspected({.until = InspectUntil::find_structure}), "paragraph  Vacancies & posts"));
}

TEST_CASE("draw_page: text is escaped, lines and blocks are there; a page that is not throws") {
  const std::string svg = inspected({.page = 1, .svg = true});
  CHECK(svg.starts_with("<svg "));
  CHECK(has(svg, "Vacancies &amp; posts"));
  CHECK(has(svg, "<g id=\"rulings\">\n<rect"));
  CHECK(has(svg, ">0 paragraph</text>"));
  CHECK_THROWS(inspected({.page = 7, .svg = true}));
}
