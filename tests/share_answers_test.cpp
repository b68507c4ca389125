// One answer under several questions.
#include "extractors/outline/share_answers.h"

#include <doctest/doctest.h>

#include "tests/letter_notation.h"

using namespace muster;
using namespace muster::notation;

namespace {

// Questions 1, 2, 3 … and answers to them: "1: Twelve." "4 5: None held."
Dialogue dialogue_of(int questions, const std::vector<std::pair<std::vector<int>, std::string>>& answers) {
  Dialogue out;
  for (int i = 1; i <= questions; ++i) {
    Question q;
    q.number = std::to_string(i);
    q.path = {q.number};
    q.from_request = true;
    out.questions.push_back(q);
  }
  for (const auto& [numbers, words] : answers) {
    KeyedAnswer answer;
    for (const int number : numbers) answer.questions.push_back(number - 1);
    answer.by_place = numbers.size() > 1;
    Passage said;
    said.text = words;
    said.answer = static_cast<int>(out.answers.size());
    out.answers.push_back(answer);
    out.passages.push_back(said);
  }
  return out;
}

}  // namespace

TEST_CASE("keep_to_the_last: an answer under two questions of a letter that answers one by one is to the second") {
  struct Case { const char* words; std::vector<int> kept; };
  const Case cases[] = {
      {"602 days.", {4}},
      {"Refused under section 12.", {4}},
      {"This is so for both questions.", {3, 4}},
      {"Neither of these questions can be answered.", {3, 4}},
      {"For questions 4 and 5 no figures are kept.", {3, 4}},
      {"Both: none.", {3, 4}},
      {"None of the above questions applies to us.", {3, 4}},
  };
  for (const Case& c : cases) {
    Dialogue d = dialogue_of(6, {{{1}, "12"}, {{2}, "Two."}, {{3}, "None"}, {{4, 5}, c.words}, {{6}, "Yes."}});
    keep_to_the_last(0, d, words());
    CHECK_MESSAGE(d.answers[3].questions == c.kept, c.words);
  }
  Dialogue few = dialogue_of(4, {{{1}, "12"}, {{2, 3, 4}, "We hold none of it."}});
  keep_to_the_last(0, few, words());
  CHECK(few.answers[1].questions.size() == 3);
}

TEST_CASE("share_only_answers: the one answer of each series of numbers") {
  struct Case { const char *layout, *letter, *answers; };
  const Case cases[] = {
      {"a letter that begins again at 1 under its next heading",
       "Freedom of information\n1. Have you used project teams?\nIf so, for each team:\n2. Which service did it support?\n3. What was spent?\n"
       "We use no such teams.\n# Pay rates\n1. Is there a memorandum on pay?\nYes\n2. Has it been breached?\nNo; there are rules for that.",
       "1=We use no such teams. Pay rates; 2=We use no such teams. Pay rates; 3=We use no such teams. Pay rates; 1=Yes; 2=No; there are rules for that."},
      {"questions called Q and one lettered answer",
       "Freedom of information\nQ.1 How many apprentices are there in the service\nQ.2 How old each of them is\nQ.3 What each is paid\nA. The council has no apprentices.",
       "1=The council has no apprentices.; 2=The council has no apprentices.; 3=The council has no apprentices."},
      {"the requester's own last words are no answer",
       "Freedom of information\n1. How many posts are there?\n2. How many are vacant?\n3. What did they cost?", "1=; 2=; 3="},
  };
  for (const Case& c : cases) CHECK_MESSAGE(answers_of(outline_of(c.letter)) == c.answers, c.layout << " -> " << answers_of(outline_of(c.letter)));
}
