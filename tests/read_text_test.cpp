#include "extractors/read/read_text.h"

#include <doctest/doctest.h>

using namespace muster;

namespace {

Document read(std::string bytes, Diagnostics& diagnostics, Limits limits = {}) {
  Source source;
  source.bytes = std::move(bytes);
  return read_text(source, limits, diagnostics);
}

std::string numbered(const Document& document) {
  std::string out;
  for (const TextLine& line : document.lines) out += std::to_string(line.number) + "[" + line.text + "]";
  return out;
}

}  // namespace

TEST_CASE("read_text: every kind of line end, tabs kept, a form feed leaves a blank line") {
  struct Case { std::string bytes, lines; };
  const Case cases[] = {
      {"a\nb", "1[a]2[b]"},         {"a\r\nb\r\n", "1[a]2[b]"},       {"a\rb", "1[a]2[b]"},
      {"a\n\nb", "1[a]2[]3[b]"},    {"a\n\fb", "1[a]2[]2[b]"},        {"a\tb", "1[a\tb]"},
      {"", ""},                     {"\xEF\xBB\xBF" "a", "1[a]"},     {"\xA3" "5", "1[\u00A3" "5]"},
      {"a\u2028b", "1[a]1[b]"},
  };
  for (const Case& c : cases) {
    Diagnostics diagnostics;
    CHECK_MESSAGE(numbered(read(c.bytes, diagnostics)) == c.lines, c.bytes);
  }
}

TEST_CASE("read_text: limits cut lines between letters and say so") {
  Diagnostics diagnostics;
  Limits limits;
  limits.line_bytes = 4;
  limits.text_lines = 2;
  CHECK(numbered(read("abc\u00A3\nd\ne\n", diagnostics, limits)) == "1[abc]2[d]");
  REQUIRE(diagnostics.list().size() == 2);
  CHECK(diagnostics.list()[0].code == "limit_reached");
  CHECK(diagnostics.list()[0].place.line == 1);
  CHECK(diagnostics.list()[1].place.line == 3);
}
