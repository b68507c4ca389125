#include "extractors/outline/question_end.h"

#include <doctest/doctest.h>

#include "tests/letter_notation.h"

using namespace muster;

TEST_CASE("question_length: where a question ends whose wording is not known") {
  struct Case { const char* text; bool followed; const char *question, *answer; };
  const Case cases[] = {
      {"How many posts? 131", false, "How many posts?", "131"},
      {"Is there a plan? If so please provide a copy.", true, "Is there a plan? If so please provide a copy.", ""},
      {"Who leads? Often two officers share it.", true, "Who leads? Often two officers share it.", ""},
      {"Who leads? The head of service", false, "Who leads?", "The head of service"},
      {"Psychologists on scale A: 5.0 fte", false, "Psychologists on scale A:", "5.0 fte"},
      {"2022 \u2013 7,688", false, "", "2022 \u2013 7,688"},
      {"What is the average cost", true, "What is the average cost", ""},
      {"None", false, "", "None"},
      {"Locum staff", false, "Locum staff", ""},
      {"How many applied? 210 of whom interviewed? 64", false, "How many applied?", "210 of whom interviewed? 64"},
      {"How many posts? 2) How many vacant?", true, "How many posts? 2) How many vacant?", ""},
      {"Turnover: 41 workers left; the rate is 12.1% (region: 14%).", false, "Turnover:", "41 workers left; the rate is 12.1% (region: 14%)."},
      {"People waiting on 1 May: 90. Longest wait: 8 weeks.", false, "People waiting on 1 May:", "90. Longest wait: 8 weeks."},
      {"Please provide the plan. The plan is attached.", false, "Please provide the plan.", "The plan is attached."},
      {"Please provide the plan. I would like it by e-mail.", false, "Please provide the plan. I would like it by e-mail.", ""},
      {"Please give the posts. The council does not hold this.", false, "Please give the posts.", "The council does not hold this."},
      {"Pay scales: section 21 - see our website", false, "Pay scales:", "section 21 - see our website"},
  };
  for (const Case& c : cases) {
    const std::string text = c.text;
    const size_t length = question_length(text, c.followed, notation::words());
    CHECK_MESSAGE(trimmed(std::string_view(text).substr(0, length)) == c.question, text);
    CHECK_MESSAGE(trimmed(std::string_view(text).substr(length)) == c.answer, text);
  }
}

TEST_CASE("repeated_length: a reworded repeat goes on to its question mark") {
  const std::string text = "How many posts were vacant and unfilled on that day? 14";
  CHECK(text.substr(repeated_length(text, "How many posts were vacant, and for how long?")) == " 14");
  CHECK(repeated_length("14", "How many posts were vacant?") == 0);
}

TEST_CASE("inline_part: parts of a question inside its sentence") {
  const char* wording = "How many in the a) public sector, b) private sector, and c) voluntary sector?";
  CHECK(inline_part(wording, 'b') == "private sector");
  CHECK(inline_part(wording, 'c') == "voluntary sector?");
  CHECK(inline_part(wording, 'd').empty());
}
