#include <doctest/doctest.h>

#include "extractors/outline/numbering.h"
#include "schemas/text.h"
#include "tests/letter_notation.h"

using namespace muster;

namespace {

// "2+a" for a compound label, "1,2" for several, "-" for none; then the rest of the text.
std::string scanned(const char* text) {
  const auto label = scan_label(text, notation::words());
  if (!label) return "-";
  std::string out;
  for (const LabelUnits& units : label->numbers) {
    if (!out.empty()) out += ',';
    for (size_t i = 0; i < units.size(); ++i) out += (i ? "+" : "") + units[i].word;
  }
  return out + "|" + std::string(std::string_view(text).substr(label->length));
}

}  // namespace

TEST_CASE("scan_label: every style of number, and what only looks like one") {
  struct Case { const char *text, *label; };
  const Case cases[] = {
      {"1. How many", "1|How many"},       {"1) How", "1|How"},            {"(2a) How", "2+a|How"},        {"2.a) 10.3 SW", "2+a|10.3 SW"},
      {"1a.What is", "1+a|What is"},       {"1a Children", "1+a|Children"}, {"b. Adults", "b|Adults"},      {"(iii) Cases", "iii|Cases"},
      {"III. 23", "iii|23"},               {"Q1 How many", "1|How many"},  {"Q.4 Who", "4|Who"},           {"A.4 Nobody", "4|Nobody"},
      {"A1. 14", "1|14"},                  {"Question 3: Who", "3|Who"},   {"Answer to question 2: No", "2|No"},
      {"1 and 2) Both", "1,2|Both"},       {"1, 2 and 3. All", "1,2,3|All"}, {"1-3) All", "1,2,3|All"},  {"For questions 1 to 3 see", "1,2,3|see"},
      {"a, b and c) None", "a,b,c|None"},  {"1 - On 1st April", "1|On 1st April"}, {"2", "2|"},            {"3.", "3|"},
      {"a. 19 = 13%", "a|19 = 13%"},       {"1. a) Current", "1+a|Current"}, {"1(a)(ii) Who", "1+a+ii|Who"},
      {"3 a to c) None", "3+a,3+b,3+c|None"}, {"2 a and b) Both", "2+a,2+b|Both"}, {"3 a total of", "-"}, {"3 a to be clear", "-"},
      {"132.5 posts", "-"},                {"5 months", "-"},              {"2022 \u2013 7,688", "-"},     {"1.5m", "-"},
      {"7 in total", "-"},                 {"e.g. staff", "-"},            {"None", "-"},                  {"1st May", "-"},
      {"As of 30 April there were 4", "-"}, {"At 31 March: 402", "-"},     {"B", "b|"},                   {"Q3 21/22 (Oct-Dec): 9.4", "-"},
      {"Q2 2024: 14", "-"},                {"Q1 (Apr to Jun) 7", "-"},     {"Q3 1 / Q4 2", "-"},           {"Q2 How many", "2|How many"},
      {"1- How many", "1|How many"},       {"10- 12 posts", "-"},          {"5-year plan", "-"},
      {"[Q1] How many left", "1|How many left"}, {"(Question 2a) Which teams", "2+a|Which teams"}, {"[Question 3]: Who", "3|Who"}, {"[A4] None", "4|None"},
      {"A2 - 31 agency workers", "2|31 agency workers"}, {"A4 - 12", "4|12"}, {"A3 - 31.03.21: 38", "3|31.03.21: 38"}, {"Questions 1 to 3. Posts", "1,2,3|Posts"},
      {"N/A", "-"},                        {"I confirm", "-"},             {"", "-"},                      {"\u00A35", "-"},
  };
  for (const Case& c : cases) CHECK_MESSAGE(scanned(c.text) == c.label, c.text << " -> " << scanned(c.text));
}
