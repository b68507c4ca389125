#include <re2/re2.h>

#include "extractors/outline/question_end.h"
#include "extractors/outline/reply_reader.h"
#include "schemas/text.h"

// Questions that the reply itself quotes, names or tells by their type: those without numbers.
namespace muster {
namespace {

constexpr int fewest_demands = 2;      // one may be the authority's own ("Please find …")
constexpr int fewest_bold_questions = 2;  // one bold line may be any heading

}  // namespace

// "40" alone is an answer, "2. How many" is not.
bool ReplyReader::has_numbered_words(const Passage& p) const {
  const auto label = label_of(p, words_);
  return label && label->form != LabelForm::alone;
}

bool ReplyReader::asks_in_bold() const {
  int bold = 0, plain = 0;
  for (const Passage& p : run_) {
    if (!p.is_main() || p.marker || p.voice == Voice::boilerplate || p.kind == PassageKind::table || p.kind == PassageKind::heading || p.side != CellSide::none || p.text.empty()) continue;
    const bool asking = p.text.ends_with('?') || has_numbered_words(p);
    if (asking && !p.bold) return false;
    bold += asking;
    plain += !p.bold;
  }
  return bold >= fewest_bold_questions && plain > 0;
}

bool ReplyReader::take_plain_question(const Passage& p) {
  // "How is it funded? Ie how many staff are there": the mark of the last words may be left out.
  // "How is it made up? Please give the posts by grade.": a demand after it is part of it.
  const std::string_view wording = std::string_view(p.text).substr(std::min(p.text.find_first_not_of("*\u2022- "), p.text.size()));
  const size_t mark = wording.rfind('?');
  const bool open_ended = mark != std::string_view::npos && (std::string_view(".!:;").find(wording.back()) == std::string_view::npos || words_.prefix("asks", trimmed(wording.substr(mark + 1))) > 0);
  const bool asking = p.text.ends_with('?') || (open_ended && p.kind != PassageKind::heading && words_.prefix("asks", wording) > 0 && question_length(wording, true, words_) == wording.size());
  if (pending_ >= 0) {
    const size_t length = question_length(p.text, followed(), words_);
    const int index = pending_;
    if (length == 0) return false;
    pending_ = -1;
    question(index).wording = p.text.substr(0, length);
    waiting_.push_back(index);
    keep_question(part_of(p, 0, length), index);
    if (const Passage back = part_of(p, length, p.text.size()); !back.text.empty()) append(back);
    return true;
  }
  if (demands_ && is_demand(p)) {
    start({add_plain(p)});
    return true;
  }
  const bool bold_asks = bold_asks_ && labelled_ && p.bold && p.kind != PassageKind::heading;
  if ((!asking && !bold_asks) || stated_) return false;
  if (labelled_ && !(bold_asks && group_ >= 0)) {
    if (group_ >= 0 || current_.size() != 1) return false;
    question(current_[0]).wording += " " + p.text;
    keep_question(p, current_[0]);
    return true;
  }
  start({add_plain(p)});
  return true;
}

// "Please see the chart here, which answers numbers 2 and 3."
bool ReplyReader::take_named_questions(const Passage& p) {
  static const RE2 named(R"((?i)\b(?:which|this|that|it|they|these) (?:also )?(?:answers?|covers?|responds? to) (?:both )?(?:numbers?|questions?|points?|parts?|items?|q) ?(\d{1,2}[a-z]?(?:(?:, ?| and | to | ?- ?| ?& ?)\d{1,2}[a-z]?)*))");
  std::string numbers;
  if (!stated_ || !RE2::PartialMatch(p.text, named, &numbers)) return false;
  auto label = scan_label("Answer to questions " + numbers + ":", words_);
  if (!label) return false;
  label->length = 0;
  return take_label(p, *label);
}

// Whether demands take the place of questions: none of the run's passages ends in a question mark or bears a number.
bool ReplyReader::only_demands() const {
  int demands = 0;
  for (size_t i = 0; i < run_.size(); ++i) {
    const Passage& p = run_[i];
    if (!p.is_main() || p.marker || p.kind == PassageKind::table) continue;
    if (p.text.ends_with('?') || p.side != CellSide::none || has_numbered_words(p)) return false;
    demands += is_demand(p);
  }
  return demands >= fewest_demands;
}

// "Please give the number of vacancies …": a demand of one sentence.
bool ReplyReader::is_demand(const Passage& p) const {
  static const RE2 opening(R"((?i)^(?:please|kindly|could you|can you|would you|i would like|how (?:many|much)|the (?:total )?number)\b)");
  return p.kind == PassageKind::text && RE2::PartialMatch(p.text, opening) && words_.prefix("asks", p.text) > 0 && question_length(p.text, true, words_) == p.text.size();
}

// "If so, for each project:" between two questions asks nothing and answers nothing.
bool ReplyReader::take_stem(const Passage& p) {
  if (stated_ || group_ >= 0 || !p.text.ends_with(':')) return false;
  if (words_.prefix("asks", p.text) == 0 && !p.text.starts_with("If ") && !p.text.starts_with("For each")) return false;
  const Passage* next = next_main();
  if (!next || !label_of(*next, words_) || !next->text.ends_with('?')) return false;
  keep_question(p, -1);
  return true;
}

int ReplyReader::add_plain(const Passage& p) {
  Question q;
  q.wording = p.text;
  q.request = request_;
  q.paper = p.paper;
  q.place = static_cast<int>(d_.passages.size());
  q.inside_table = p.side != CellSide::none;
  d_.questions.push_back(q);
  const int index = static_cast<int>(d_.questions.size()) - 1;
  keep_question(p, index);
  return index;
}

}  // namespace muster
