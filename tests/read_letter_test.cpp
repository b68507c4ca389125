// Letters in which nothing but their build tells request, question and answer apart.
#include "extractors/outline/read_letter.h"

#include <doctest/doctest.h>

#include "tests/letter_notation.h"

using namespace muster;
using namespace muster::notation;

TEST_CASE("read_letter: what stands under all questions, or under the requester's signature, answers them") {
  struct Case { const char *layout, *letter, *answers; };
  const Case cases[] = {
      {"one answer under numbered questions",
       "Under the Freedom of Information Act please tell me:\n1. How many locum therapists did you have in May?\n2. What did they cost?\n"
       "Therapists are employed by the health board, not by this council.",
       "1=Therapists are employed by the health board, not by this council.; 2=Therapists are employed by the health board, not by this council."},
      {"an answer under each question stays its own",
       "Freedom of information\n1. How many posts?\n14\n2. How many are vacant?\nTwo.", "1=14; 2=Two."},
      {"the last question alone is answered where others follow it",
       "Freedom of information\n1. How many posts?\n2. How many are vacant?\nTwo.\n3. Who leads the team?\nMs Grey.", "1=; 2=Two.; 3=Ms Grey."},
      {"the reply under the request's signature",
       "Freedom of information\nDear team,\nPlease send the following:\n1. The length of the list. Please include:\nThe number of cases\n2. The names of suppliers\n"
       "Yours faithfully,\nA Requester\nThank you for your query.\nThe county council runs this service.\nKind regards\nFOI team",
       "1=The county council runs this service.; 2=The county council runs this service."},
      {"the same with a salutation",
       "Freedom of information\nDear Sir or Madam\nPlease provide:\n1. The number of teams\n2. The cost of each\nMany thanks\nYours sincerely\nB Requester\n"
       "Dear B Requester\nWe hold neither.\nYours sincerely\nInformation Officer",
       "1=We hold neither.; 2=We hold neither."},
  };
  for (const Case& c : cases) CHECK_MESSAGE(answers_of(outline_of(c.letter)) == c.answers, c.layout << " -> " << answers_of(outline_of(c.letter)));
}

TEST_CASE("read_letter: a heading that comes again parts each question's own list from its answer") {
  struct Case { const char *layout, *letter, *answers; };
  const Case cases[] = {
      {"Here are the responses",
       "You asked for the following:\n1. How long the list is. Please include:\n\u2022 The number of cases\n\u2022 The wait in months\n"
       "Here are the responses to your question:\n\u2022 180\n\u2022 4 months\n2. Whether a firm was used and if so:\n\u2022 Its name\n\u2022 What was paid\n"
       "Here are the responses to your question:\n\u2022 Green Ltd\n\u2022 \u00A3400\n3. Name and number of whoever buys this.\n"
       "Here are the responses to your question:\nThe head of service.",
       "1=180 4 months; 2=Green Ltd \u00A3400; 3=The head of service."},
      {"Response",
       "Freedom of information\n1. Please state for each team:\n\u2022 Posts\n\u2022 Vacancies\nResponse\n12 and 3\n2. Please state for each office:\n\u2022 Leavers\nResponse\nNone",
       "1=12 and 3; 2=None"},
      {"a heading at the end heads no answer",
       "Request\n1. How many posts?\n2. How many are vacant?\nResponse\n1. 14\n2. Two\nOutcome\nAll information supplied.", "1=14; 2=Two All information supplied."},
  };
  for (const Case& c : cases) CHECK_MESSAGE(answers_of(outline_of(c.letter)) == c.answers, c.layout << " -> " << answers_of(outline_of(c.letter)));
}

TEST_CASE("read_letter: questions without numbers whose last words lack their mark") {
  const Outline o = outline_of(
      "Freedom of information\nHow many foster carers are there?\nThere are 93.\nHow is support paid for? Ie how many staff are there for how many carers\nThere are 452 carers.\n"
      "Is a rate recorded?\nNo.");
  CHECK(answers_of(o) == "=There are 93.; =There are 452 carers.; =No.");
}
