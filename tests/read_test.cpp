#include "extractors/read/read.h"

#include <doctest/doctest.h>

using namespace muster;

TEST_CASE("read: what cannot be read says why, with one code each") {
  Limits small;
  small.source_bytes = 100;
  struct Case { const char* name; Source source; const char *code, *words; };
  const Case cases[] = {
      {"empty", {.name = "a.pdf"}, "empty_file", "0 bytes"},
      {"vanished", {.name = "a.pdf", .read_error = "no permission to open it"}, "unreadable_file", "no permission"},
      {"blank rich text", {.name = "a.rtf", .bytes = "{\\rtf1 }"}, "nothing_readable", "save it as DOCX or PDF"},
      {"presentation", {.name = "a.zip", .bytes = std::string("PK\x05\x06") + std::string(18, 0)}, "format_not_read", "none that can be opened"},
      {"binary", {.name = "a", .bytes = "\x01\x02\x03\x04"}, "unknown_format", "no known kind"},
      {"page without text", {.name = "a.html", .bytes = "<html><script>var x=1</script>"}, "nothing_readable", "without any text"},
      {"too large", {.name = "a.txt", .bytes = std::string(101, 'x')}, "limit_reached", "split it"},
  };
  for (const Case& c : cases) {
    Diagnostics diagnostics;
    const Document document = read(c.source, small, diagnostics);
    CHECK_MESSAGE(document.failure.find(c.words) != std::string::npos, c.name, ": ", document.failure);
    REQUIRE_MESSAGE(diagnostics.list().size() == 1, c.name);
    CHECK_MESSAGE(diagnostics.list()[0].code == c.code, c.name);
  }
}

TEST_CASE("read: a wrong name is noted, and the content is read") {
  Diagnostics diagnostics;
  const Document document = read({.name = "letter.pdf", .bytes = "<p>Agency staff: 4</p>"}, {}, diagnostics);
  CHECK(document.failure == "");
  CHECK(document.media_type == "text/html");
  REQUIRE(diagnostics.list().size() == 1);
  CHECK(diagnostics.list()[0].code == "wrong_file_name");
}
