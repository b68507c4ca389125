#include "extractors/read/clean_text.h"

#include <doctest/doctest.h>

using namespace muster;

TEST_CASE("clean_text: odd characters become what a reader takes them for") {
  struct Case { const char* name; std::string in, out; };
  const Case cases[] = {
      {"plain stays", "Vacancies 12.5%\t\n", "Vacancies 12.5%\t\n"},
      {"ligatures", "o\uFB03ce sta\uFB00 \uFB01rst", "office staff first"},
      {"composed", "Mo\u0302n", "M\u00F4n"},
      {"odd blanks", "1\u00A0234\u2009567\u3000x", "1 234 567 x"},
      {"invisible ones", "case\u00ADload\u200B\uFEFF\u200E", "caseload"},
      {"line ends", "a\r\nb\rc\u2028d\u0085e\x0C" "f", "a\nb\nc\nd\ne\nf"},
      {"private bullets", "\uF0B7 one \uF0A7 two", "\u2022 one \u2022 two"},
      {"non-breaking hyphen", "2017\u201118", "2017-18"},
      {"dashes, quotes, superscripts stay", "\u2013 \u2014 \u2212 \u2019 \u00B2", "\u2013 \u2014 \u2212 \u2019 \u00B2"},
      {"C1 controls as windows-1252", "2017\u009618 \u0092", "2017\u201318 \u2019"},
      {"C0 controls", std::string("a\0b\x07" "c", 5), "abc"},
      {"ill-formed bytes", "a\xFF" "b\xC3", "a\uFFFD" "b\uFFFD"},
      {"empty", "", ""},
  };
  for (const Case& c : cases) CHECK_MESSAGE(clean_text(c.in) == c.out, c.name);
}
