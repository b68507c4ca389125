#include "extractors/layout/inline_marks.h"

#include <doctest/doctest.h>

using namespace muster;

TEST_CASE("strip_marks: emphasis, tags, escapes and entities go, everything else stays") {
  struct Case { const char *raw, *text; };
  const Case cases[] = {
      {"**Public** notice", "Public notice"}, {"<b>16%</b>", "16%"}, {"<p>a. One?</p> <p>b. Two?</p>", "a. One?\nb. Two?"},
      {"<ul> <li>first</li> <li>second</li> </ul>", "first\nsecond"}, {"one<br/>two", "one\ntwo"}, {"<u>4.00 pm</u>", "4.00 pm"},
      {"2 \\* 3", "2 * 3"}, {"R&amp;D", "R&D"}, {"[the site](https://example.org/a_b)", "the site"}, {"an *exact* word", "an exact word"},
      {"fewer than <5", "fewer than <5"}, {"<name@example.org>", "<name@example.org>"}, {"5* and 6*", "5* and 6*"},
      {"file_name_here", "file_name_here"}, {"Total *", "Total *"}, {"21<sup>3</sup>", "21\u00B3"}, {"1<sup>st</sup>", "1st"},
      {"**ends on the next line", "ends on the next line"}, {"<sup>\\*</sup>note", "*note"}, {"", ""}, {"**", "**"}, {"****", "****"},
  };
  for (const Case& c : cases) CHECK_MESSAGE(strip_marks(c.raw).text == c.text, c.raw);
}

TEST_CASE("strip_marks: bold and italic only where every letter is") {
  CHECK(strip_marks("**All of it**.").bold);
  CHECK(strip_marks("<strong>All</strong>").bold);
  CHECK_FALSE(strip_marks("**Half** of it").bold);
  CHECK(strip_marks("*all*").italic);
  CHECK_FALSE(strip_marks("plain").bold);
}

TEST_CASE("take_marks: footnote marks leave the figure") {
  struct Case { const char *text, *left, *marks; };
  const Case cases[] = {{"<5*", "<5", "*"}, {"Amount *", "Amount", "*"}, {"21\u00B3", "21", "\u00B3"}, {"12**", "12", "**"},
                        {"*", "*", ""},     {"***", "***", ""},          {"plain", "plain", ""}, {"", "", ""}};
  for (const Case& c : cases) {
    std::string text = c.text;
    CHECK_MESSAGE(take_marks(text) == c.marks, c.text);
    CHECK_MESSAGE(text == c.left, c.text);
  }
}
