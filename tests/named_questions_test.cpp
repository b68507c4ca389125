// Passages without a number that name questions, lead to their parts, or stand between "Q3" and "A3".
#include <doctest/doctest.h>

#include "tests/letter_notation.h"

using namespace muster;
using namespace muster::notation;

TEST_CASE("named questions: a passage that says which questions it answers") {
  struct Case { const char *said, *answers; };
  const Case cases[] = {
      {"1. 686 hours.\nPlease see the document located here, which answers numbers 2 and 3.\n4. 41%.",
       "1=686 hours.; 2=Please see the document located here, which answers numbers 2 and 3.; 3=Please see the document located here, which answers numbers 2 and 3.; 4=41%."},
      {"1. 686 hours.\nThe attached spreadsheet covers questions 2 to 4.",
       "1=686 hours.; 2=The attached spreadsheet covers questions 2 to 4.; 3=The attached spreadsheet covers questions 2 to 4.; 4=The attached spreadsheet covers questions 2 to 4."},
      {"1. 14. This also answers question 2.\n3. None.\n4. 41%.", "1=14. This also answers question 2.; 2=14. This also answers question 2.; 3=None.; 4=41%."},
      {"1. 14\n2. The figure follows from the answer to question 1.\n3. None.\n4. See question 2.",
       "1=14; 2=The figure follows from the answer to question 1.; 3=None.; 4=See question 2."},
      {"The complaint is upheld. The answer to Q1 is 191 and not 186.", "1=The complaint is upheld. The answer to Q1 is 191 and not 186.; 2=; 3=; 4="},
  };
  for (const Case& c : cases) {
    const std::string letter = "Request\n1. How many hours were worked?\n2. How is the team built?\n3. Which grades are there?\n4. What share is ours?\nResponse 01-11-21\n" + std::string(c.said);
    CHECK_MESSAGE(answers_of(outline_of(letter)) == c.answers, c.said << " -> " << answers_of(outline_of(letter)));
  }
}

TEST_CASE("named questions: words that lead to the parts under them are the requester's") {
  const Outline o = outline_of(
      "Freedom of information\n1. How many posts did you have on 31 August in: // a. Children's services? // b. Adults' services?\nChildren's: 263 // Adults: 159\n"
      "How many of the adults' posts are: // a. Core funded? // b. Funded by grants?\nOf the 159, 21 are funded by grants.\n"
      "2. How many posts were deleted between 1 April \u2013 31 August in // a. Children's services ? // b. Adults' services?\nFour and two.");
  CHECK(answers_of(o) ==
        "1a=Children's: 263 Adults: 159; 1b=Children's: 263 Adults: 159; 1a=Of the 159, 21 are funded by grants.; 1b=Of the 159, 21 are funded by grants.; "
        "2a=Four and two.; 2b=Four and two.");
  REQUIRE(o.exchanges.size() == 6);
  for (const size_t part : {2, 3}) CHECK(o.exchanges[part].parent_question.find("How many of the adults' posts are:") != std::string::npos);
  CHECK(o.exchanges[4].parent_question == "How many posts were deleted between 1 April \u2013 31 August in");
}

TEST_CASE("named questions: what stands between Q3 and A3 asks; each reference begins an entry of its own") {
  const Outline o = outline_of(
      "Freedom of information\nReference Number: 5695\nQuestion and Response:\nQ.1 Since when has it been installed? (Month, year)\nA.1 April 2012\n"
      "Reference Number: 5721\nQuestion and Response:\nIn this request a worker is anyone in post.\nQ.1 How many workers are there\nA.1. 11 people.\n"
      "Q.2 Are any of them (tick all that // apply): // placed in teams // placed elsewhere\nA.2 In teams.");
  CHECK(answers_of(o) == "1=April 2012; 1=11 people.; 2=In teams.");
  REQUIRE(o.exchanges.size() == 3);
  CHECK(o.exchanges[1].request == 2);
}

TEST_CASE("letters without numbers: demands that stand over their answers; a reply that is a file beside the page") {
  struct Case { const char *letter, *answers; };
  const Case cases[] = {
      {"Freedom of information\nPlease give the number of vacancies in each of five years.\nThis information is not held.\nPlease also say what share was agency.\nThe share was 19%.",
       "=This information is not held.; =The share was 19%."},
      {"Freedom of information\nPlease provide your reference number with any complaint.\nThe share was 19%.", ""},
      {"Freedom of Information Request\nHow many workers are there?\nHow many are locums?\n# Outcome / Documents\n\u2022 Response (some not held) - application/pdf - Download",
       "=Response (some not held) - application/pdf - Download; =Response (some not held) - application/pdf - Download"},
      {"Freedom of Information Request\nPlease send me:1) How many teams there were in 2021-212022-232) What the council spent on them\n# Outcome / Documents\n\u2022 Response letter - application/pdf - Download",
       "1=Response letter - application/pdf - Download; 2=Response letter - application/pdf - Download"},
      {"Freedom of information\nRequest 101\n1. Staff numbers - headcount in May.\nResponse 28-11-2016\n1. Figures as at 31 March\n4385", "1=Figures as at 31 March 4385"},
  };
  for (const Case& c : cases) CHECK_MESSAGE(answers_of(outline_of(c.letter)) == c.answers, c.letter << " -> " << answers_of(outline_of(c.letter)));
}
