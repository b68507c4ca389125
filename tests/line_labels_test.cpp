#include "extractors/layout/line_labels.h"

#include <doctest/doctest.h>

using namespace muster;

TEST_CASE("split_label: numbers, letters, bullets; never a figure") {
  struct Case { const char *text, *label, *rest; };
  const Case cases[] = {
      {"1. How many?", "1.", "How many?"}, {"1) How", "1)", "How"}, {"(1) How", "(1)", "How"}, {"1a.What is", "1a.", "What is"},
      {"2.a) 10.3 SW", "2.a)", "10.3 SW"}, {"1. a) Current 5.1", "1. a)", "Current 5.1"}, {"b) 1", "b)", "1"}, {"(iv) Four", "(iv)", "Four"},
      {"iii. Three", "iii.", "Three"}, {"Q4. Why?", "Q4.", "Why?"}, {"A.1 No", "A.1", "No"}, {"C. Seven", "C.", "Seven"},
      {"- 1. Blocks", "1.", "Blocks"}, {"- a. Where", "a.", "Where"}, {"- plain item", "-", "plain item"}, {"\u2022item", "\u2022", "item"},
      {"* starred", "*", "starred"}, {"5.", "5.", ""}, {"12b) x", "12b)", "x"}, {"III. 23", "III.", "23"},
      {"11.3 WTE", "", "11.3 WTE"}, {"1.5 posts", "", "1.5 posts"}, {"10.30am", "", "10.30am"}, {"3 workers", "", "3 workers"},
      {"e.g. this", "", "e.g. this"}, {"J. Smith", "", "J. Smith"}, {"-5", "", "-5"}, {"2016. The", "", "2016. The"}, {"2017/18 = 5", "", "2017/18 = 5"},
      {"", "", ""}, {"A team", "", "A team"},
      {"Q3 21/22: 9.4", "", "Q3 21/22: 9.4"}, {"Q1 2024 5", "", "Q1 2024 5"}, {"Q2 (Jul-Sep) 3", "", "Q2 (Jul-Sep) 3"}, {"Q3 1 / Q4 2", "", "Q3 1 / Q4 2"},
      {"Q3 How many", "Q3", "How many"},
  };
  for (const Case& c : cases) {
    const LabelledText got = split_label(c.text);
    CHECK_MESSAGE(got.label == c.label, c.text);
    CHECK_MESSAGE(got.text == c.rest, c.text);
  }
}

TEST_CASE("in_sequence: dotted numbers are labels only where they count on") {
  struct Case { std::vector<std::string> numbers; std::vector<bool> accepted; };
  const Case cases[] = {
      {{"1.1", "1.2", "1.3"}, {true, true, true}}, {{"1.4", "2.0", "2.1"}, {true, true, true}}, {{"1.1", "1.1.1", "1.2"}, {true, true, true}},
      {{"11.3", "10.2"}, {false, false}},          {{"11.3"}, {false}},                         {{"1.1", "1.2", "11.3"}, {true, true, false}},
  };
  for (const Case& c : cases) CHECK_MESSAGE(in_sequence(c.numbers) == c.accepted, c.numbers.front());
  CHECK(split_dotted_number("- 2.1 Members are asked").label == "2.1");
  CHECK(split_dotted_number("2.1").label.empty());
}
