#include "extractors/outline/share_answers.h"

#include <algorithm>

namespace muster {
namespace {

constexpr int fewest_own_answers = 3;  // to tell a letter that answers question by question

// Questions one after another and below them all a single answer, which is then to each of them.
void share_only_answer(size_t begin, size_t end, bool only_marked, Dialogue& dialogue) {
  if (end < begin + 2) return;
  KeyedAnswer* only = nullptr;
  for (KeyedAnswer& answer : dialogue.answers) {
    const bool here = std::ranges::any_of(answer.questions, [&](int q) { return static_cast<size_t>(q) >= begin && static_cast<size_t>(q) < end; });
    if (here && only) return;
    if (here) only = &answer;
  }
  if (!only || (only_marked && !only->marked) || only->questions.size() != 1 || static_cast<size_t>(only->questions[0]) + 1 != end) return;
  only->questions.clear();
  for (size_t i = begin; i < end; ++i) only->questions.push_back(static_cast<int>(i));
}

bool speaks_of_several(int answer, const Dialogue& dialogue, const DocumentWords& words) {
  return std::any_of(dialogue.passages.begin(), dialogue.passages.end(), [&](const Passage& p) { return p.answer == answer && words.contains("answers_several", p.text); });
}

// Questions of the same number: "2" and "2a" are one question with its parts.
bool parts_of_one(const std::vector<int>& questions, const Dialogue& dialogue) {
  const std::vector<std::string>& first = dialogue.questions[static_cast<size_t>(questions.front())].path;
  return std::ranges::all_of(questions, [&](int q) {
    const std::vector<std::string>& path = dialogue.questions[static_cast<size_t>(q)].path;
    return !path.empty() && !first.empty() && path[0] == first[0];
  });
}

}  // namespace

void share_only_answers(size_t first, bool only_marked, Dialogue& dialogue) {
  size_t begin = first;
  for (size_t i = first + 1; i <= dialogue.questions.size(); ++i) {
    const bool anew = i == dialogue.questions.size() || (dialogue.questions[i].path.size() == 1 && dialogue.questions[i].number == dialogue.questions[begin].number);
    if (!anew) continue;
    share_only_answer(begin, i, only_marked, dialogue);
    begin = i;
  }
}

void keep_to_the_last(size_t first, Dialogue& dialogue, const DocumentWords& words) {
  int own = 0, asked = 0;
  for (size_t i = first; i < dialogue.questions.size(); ++i) {
    own += dialogue.answered_alone(static_cast<int>(i));
    asked += !dialogue.questions[i].absorbed;
  }
  if (own < fewest_own_answers || own * 2 <= asked) return;
  for (size_t i = 0; i < dialogue.answers.size(); ++i) {
    KeyedAnswer& answer = dialogue.answers[i];
    const bool here = answer.by_place && answer.questions.size() > 1 && static_cast<size_t>(answer.questions.front()) >= first;
    if (here && !parts_of_one(answer.questions, dialogue) && !speaks_of_several(static_cast<int>(i), dialogue, words)) answer.questions = {answer.questions.back()};
  }
}

}  // namespace muster
