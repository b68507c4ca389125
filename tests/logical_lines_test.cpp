#include "extractors/layout/logical_lines.h"

#include <doctest/doctest.h>

#include "tests/text_lines.h"

using namespace muster;

namespace {

std::vector<LogicalLine> read_lines(std::string_view text) {
  const std::vector<TextLine> lines = lines_of(text);
  return read_logical_lines(lines, 0, lines.size());
}

}  // namespace

TEST_CASE("read_logical_lines: marks, labels and headings told apart; drawn lines are blank") {
  struct Case { const char *line, *label, *text; int heading; bool bold; };
  const Case cases[] = {
      {"## 2. Background", "2.", "Background", 2, false}, {"#### **Staff**", "", "Staff", 4, true}, {"**Public**", "", "Public", 0, true},
      {"  - ii. Two members", "ii.", "Two members", 0, false}, {"#hashtag", "", "#hashtag", 0, false}, {"**3.** Three", "3.", "Three", 0, false},
  };
  for (const Case& c : cases) {
    const std::vector<LogicalLine> lines = read_lines(c.line);
    REQUIRE_MESSAGE(lines.size() == 1, c.line);
    CHECK_MESSAGE(lines[0].label == c.label, c.line);
    CHECK_MESSAGE(lines[0].text == c.text, c.line);
    CHECK_MESSAGE(lines[0].heading_level == c.heading, c.line);
    CHECK_MESSAGE(lines[0].bold == c.bold, c.line);
  }
  CHECK(read_lines("one\n-----\ntwo")[1].blank_before);
  CHECK(read_lines("**A TITLE\nIN TWO LINES**").size() == 1);
}

TEST_CASE("read_logical_lines: quotation marks of a message come off, comparisons stay") {
  struct Case { const char *line, *text; bool quoted; };
  const Case cases[] = {{"> How many left?", "How many left?", true}, {">> Earlier words", "Earlier words", true}, {"> 5", "> 5", false}, {"> 1. How many left?", "How many left?", true}, {">5 posts", ">5 posts", false}, {"14", "14", false}};
  for (const Case& c : cases) {
    const std::vector<LogicalLine> lines = read_lines(c.line);
    REQUIRE_MESSAGE(lines.size() == 1, c.line);
    CHECK_MESSAGE(lines[0].text == c.text, c.line);
    CHECK_MESSAGE(lines[0].quoted == c.quoted, c.line);
  }
}

TEST_CASE("wrap_width: the margin of wrapped text; 0 for whole paragraphs and lists") {
  const char* wrapped =
      "The committee considered the report of the director, which set out\nthe plans for the coming year and the money that would be needed to\n"
      "carry them through, and asked for a further paper in the spring when\nthe figures of the first two quarters would be to hand, as well as\nthe views of staff.";
  CHECK(wrap_width(read_lines(wrapped)) == 66);
  CHECK(wrap_width(read_lines("2017 42\n2018 45\n2019 40\n2020 48\n2021 70")) == 0);
  CHECK(wrap_width(read_lines("One line.\nAnother line.")) == 0);
}

TEST_CASE("goes_on: a paragraph goes on where the next word would not have fitted, or a sentence runs on") {
  struct Case { const char *a, *b; size_t width; bool joined; };
  const Case cases[] = {
      {"The council holds the information that was", "asked for.", 0, true},
      {"The council holds the information.", "It is attached.", 0, false},
      {"The council holds the information that was", "\nasked for.", 0, false},  // too short for a page break
      {"The council holds all of the information that was in the request which was", "\nsent in March.", 0, true},
      {"Not held", "b) 12", 0, false},
      {"County Hall", "High Street", 0, false},
      {"The committee considered the report of the director which set", "Out for the first time", 64, true},
      {"Head of Service", "County Hall", 64, false},
  };
  for (const Case& c : cases) {
    const std::vector<LogicalLine> lines = read_lines(std::string(c.a) + "\n" + c.b);
    REQUIRE(lines.size() == 2);
    CHECK_MESSAGE(goes_on(lines[0], lines[1], c.width) == c.joined, c.a);
  }
}
