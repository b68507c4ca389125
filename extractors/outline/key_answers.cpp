#include "extractors/outline/key_answers.h"

#include <algorithm>

#include "extractors/outline/echo.h"
#include "extractors/outline/question_end.h"
#include "schemas/text.h"

namespace muster {
namespace {

using Relation = Numbering::Relation;

constexpr int most_left_out = 3;           // numbers that a reply of bare answers passes over at once
constexpr size_t least_quoted_bytes = 20;  // shorter lines of the request repeat by chance

bool is_weak(LabelForm form) {
  return form == LabelForm::dash || form == LabelForm::attached || form == LabelForm::alone || form == LabelForm::colon;
}

struct Keying {
  const Label& label;
  const LabelContext& context;
  const DocumentWords& words;
  Dialogue& dialogue;

  const Question& question(int index) const { return dialogue.questions[static_cast<size_t>(index)]; }

  bool is_stated() const {
    return std::any_of(dialogue.questions.begin(), dialogue.questions.end(),
                       [&](const Question& q) { return q.request == context.request && q.from_request; });
  }

  bool echoes(int index) const { return repeated_length(context.body, question(index).wording) > 0; }

  // Questions of this request with the number; where the request has no numbers at all, the one that is repeated here.
  std::vector<int> candidates(const std::string& number, size_t ordinal) const {
    std::vector<int> out, unnumbered;
    for (size_t i = 0; i < dialogue.questions.size(); ++i) {
      const Question& q = dialogue.questions[i];
      if (q.request != context.request) continue;
      if (q.number == number) out.push_back(static_cast<int>(i));
      if (q.number.empty() && q.from_request) unnumbered.push_back(static_cast<int>(i));
    }
    if (!out.empty()) return out;
    for (const int index : unnumbered)
      if (find_echo(context.body, question(index).wording).length > 0) return {index};
    const bool plain = std::none_of(dialogue.questions.begin(), dialogue.questions.end(), [&](const Question& q) {
      return q.request == context.request && q.from_request && !q.number.empty();
    });
    if (plain && ordinal >= 1 && ordinal <= unnumbered.size() && context.body.find('?') == std::string_view::npos)
      return {unnumbered[ordinal - 1]};
    return out;
  }

  // "a" and "b" in a reply that leaves out the numbers over them: the next open question that ends so.
  int open_with_ending(const std::string& word) const {
    for (size_t i = 0; i < dialogue.questions.size(); ++i) {
      const Question& q = dialogue.questions[i];
      const int index = static_cast<int>(i);
      if (q.request == context.request && q.path.size() == 2 && q.path.back() == word && index > context.last &&
          !dialogue.answered(index))
        return index;
    }
    return -1;
  }

  bool in_order(int index) const { return index == context.last + 1 || (context.last < 0 && index == 0); }

  // A letter that quotes and answers in turn comes to the number again with another question: the next series of its numbers.
  bool asks_anew(int index) const {
    return !question(index).from_request && !question(index).wording.empty() && label.prefix != LabelPrefix::answer &&
           (context.body.ends_with('?') || label.prefix == LabelPrefix::question) && answered_from(index);
  }

  bool answered_from(int index) const {
    for (size_t i = static_cast<size_t>(index); i < dialogue.questions.size(); ++i)
      if (question(static_cast<int>(i)).request == context.request && dialogue.answered(static_cast<int>(i))) return true;
    return false;
  }

  bool is_taken(const std::vector<int>& same_number) const {
    return std::ranges::any_of(same_number, [&](int index) { return !asks_anew(index); });
  }

  int known(const Numbering::Place& place) const {
    const size_t ordinal = place.levels.size() == 1 ? static_cast<size_t>(place.levels[0].ordinal) : 0;
    const std::vector<int> found = candidates(place.number(), ordinal);
    int open = -1, repeated = -1;
    for (const int index : found) {
      const bool echo = echoes(index);
      if (!echo && asks_anew(index)) continue;
      const bool done = dialogue.answered_alone(index);
      if (echo && !done) return index;
      if (echo) repeated = index;
      const bool asked_last = index == context.last && !context.has_answer;  // "Q2 …", then "A2 …"
      if (!done && (open < 0 || asked_last || (open < context.last && index > context.last))) open = index;
    }
    if (open < 0) return repeated;
    if (open == context.last && !context.has_answer) return open;
    if (is_weak(label.form) && label.prefix == LabelPrefix::none && place.relation == Relation::skip && !in_order(open)) return -1;
    if (label.form == LabelForm::alone && label.prefix == LabelPrefix::none && context.next_is_labelled && context.has_answer) return -1;
    const bool backwards = place.relation == Relation::restart && !context.body.empty() && !dialogue.answered(open);
    if (backwards && label.numbers[0].size() == 1 && place.levels.size() == 1) return -1;
    if (context.appears_later && context.has_answer && !asks(context.body, words)) return -1;
    return open;
  }

  bool asking() const {
    if (context.answer_is_headed || context.asks_in_bold) return true;
    if (context.body.empty() && context.next_is_labelled) return false;
    if (context.body.empty()) return asks(context.next, words) || context.next.find('?') != std::string_view::npos;
    return context.body.find('?') != std::string_view::npos || asks(context.body, words) || quotes_request();
  }

  // Words of the request that had no number there.
  bool quotes_request() const {
    const std::string key = folded(context.body);
    return std::any_of(dialogue.remarks.begin(), dialogue.remarks.end(), [&](const std::string& remark) {
      return remark.size() >= least_quoted_bytes && key.starts_with(remark);
    });
  }

  // One more than the last number of the request: a letter that asks and answers in turn.
  bool follows_all() const {
    int last = 0;
    for (const Question& q : dialogue.questions)
      if (q.request == context.request && !q.path.empty() && is_digit(q.path[0][0])) last = std::max(last, std::stoi(q.path[0]));
    return label.numbers[0].size() == 1 && label.numbers[0][0].decimal == last + 1;
  }

  // A number that the request does not have, while it has others.
  bool may_add(const Numbering::Place& place) const {
    const LabelUnits& units = label.numbers[0];
    if (units.size() > 1) {
      const int parent = dialogue.parent_of(path_of(place), context.request);
      return parent >= 0 && place.relation != Relation::skip;
    }
    const bool next = place.relation == Relation::next || place.relation == Relation::first || follows_all();
    return next && place.levels.size() == 1 && asking();
  }

  // A letter without a separate request: the first time that a number is seen it is a question's.
  bool may_open(const Numbering::Place& place) const {
    const bool compound = label.numbers[0].size() > 1;
    if (is_weak(label.form) && label.prefix == LabelPrefix::none)
      return (place.relation == Relation::first || place.relation == Relation::next || compound) &&
             (asking() || (label.form == LabelForm::alone && !context.next.empty() && !context.next_is_labelled));
    switch (place.relation) {
      case Relation::first: return asking() || !context.body.empty();
      case Relation::next: return true;
      case Relation::child: return compound || !context.has_answer || asking();
      case Relation::restart: return (place.levels.size() > 1 && !context.has_answer) || asking();
      default:
        if (goes_on_bare(place) || goes_on_after_gap(place)) return true;
        return label.prefix != LabelPrefix::none || ((compound || place.levels.back().style == Numbering::Style::decimal) && asking());
    }
  }

  // "5. …", "7. …": a reply of bare answers that leaves a number out.
  bool goes_on_bare(const Numbering::Place& place) const { return context.bare_answers && passes_over(place); }

  // A number of the series that comes a few too early.
  bool passes_over(const Numbering::Place& place) const {
    if (place.relation != Relation::skip || place.levels.size() != 1 || context.last < 0) return false;
    const std::vector<std::string>& path = question(context.last).path;
    if (place.levels[0].style != Numbering::Style::decimal || path.empty() || !is_digit(path[0][0])) return false;
    const int gap = place.levels[0].ordinal - std::stoi(path[0]);
    return gap > 0 && gap <= most_left_out + 1;
  }

  // "2. …", "4. Vacant posts today", "5. …": a letter that quotes its questions leaves one out; what answers stands below.
  bool goes_on_after_gap(const Numbering::Place& place) const {
    const bool apart = context.has_answer && context.series_goes_on && !context.next.empty() && !context.next_is_labelled && !is_weak(label.form);
    if (!apart || context.body.empty() || words.prefix("value_opening", context.body) > 0) return false;
    return passes_over(place);
  }

  int add(const Numbering::Place& place) const {
    Question q;
    q.path = path_of(place);
    q.number = place.number();
    q.request = context.request;
    q.parent = dialogue.parent_of(q.path, context.request);
    if (q.parent >= 0 && q.path.back().size() == 1)
      q.wording = inline_part(question(q.parent).wording, q.path.back()[0]);
    q.place = static_cast<int>(dialogue.passages.size());
    dialogue.questions.push_back(std::move(q));
    return static_cast<int>(dialogue.questions.size()) - 1;
  }
};

// "Q.1" and "A.1." count alike, whatever stands behind the number.
LabelForm form_in_series(const Label& label) { return label.prefix == LabelPrefix::none ? label.form : LabelForm::attached; }

void number_after_reply(Question& question, const Numbering::Place& place) {
  if (!question.number.empty()) return;
  question.number = place.number();
  question.path = path_of(place);
}

}  // namespace

std::vector<int> key_answers(const Label& label, const LabelContext& context, const DocumentWords& words, Numbering& said,
                             Dialogue& dialogue) {
  const Keying keying{label, context, words, dialogue};
  const bool stated = keying.is_stated();
  Numbering trial = said;
  std::vector<int> out;
  for (const LabelUnits& units : label.numbers) {
    Numbering::Place place = trial.place(units, form_in_series(label));
    int index = -1;
    // "A.1." under "Q.1": whatever its mark, an answer's number is the question's.
    if (label.prefix == LabelPrefix::answer && units.size() == 1 && place.relation == Relation::child) {
      const Numbering::Place plain = Numbering().place(units, label.form);
      if (index = keying.known(plain); index >= 0) place = plain;
    }
    if (index < 0) index = keying.known(place);
    if (index < 0 && units.size() == 1 && units[0].decimal == 0 && place.levels.size() == 1)
      index = keying.open_with_ending(units[0].word);
    const bool one_or_named = label.numbers.size() == 1 || label.prefix == LabelPrefix::question;  // "Questions 1 to 3. Starters and leavers"
    if (index < 0 && one_or_named && (stated ? keying.may_add(place) : keying.may_open(place)) &&
        !keying.is_taken(keying.candidates(place.number(), 0)))
      index = keying.add(place);
    // Letters repeat under one number where an unnumbered line opens them anew: the number stands twice.
    if (index < 0 && !stated && place.relation == Relation::restart && keying.may_open(place)) index = keying.add(place);
    if (index < 0) return {};
    number_after_reply(dialogue.questions[static_cast<size_t>(index)], place);
    trial.take(place);
    out.push_back(index);
  }
  said = trial;
  return out;
}

}  // namespace muster
