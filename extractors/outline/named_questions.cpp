// What a passage without a number says about the questions: that it answers some of them, or that it leads to their parts.
#include <algorithm>

#include "extractors/outline/reply_reader.h"
#include "schemas/text.h"

namespace muster {
namespace {

constexpr size_t farthest_next_number = 200;  // passages in which the next number is looked for
constexpr size_t farthest_answer = 30;  // passages from a question to the answer that bears its number

}  // namespace

bool ReplyReader::calls_questions_q() const {
  return std::ranges::any_of(run_, [&](const Passage& p) {
    const auto label = p.is_main() ? label_of(p, words_) : std::nullopt;
    return label && label->prefix == LabelPrefix::question;
  });
}

bool ReplyReader::answer_is_lettered() const {
  const auto asked = label_of(run_[at_], words_);
  for (size_t i = at_ + 1; asked && i < std::min(run_.size(), at_ + 1 + farthest_answer); ++i) {
    const auto label = label_of(run_[i], words_);
    if (!label || label->prefix == LabelPrefix::none) continue;
    return label->prefix == LabelPrefix::answer && label->numbers[0].back().word == asked->numbers[0].back().word;
  }
  return false;
}

bool ReplyReader::take_stem(const Passage& p) {
  const Passage* next = next_main();
  const auto label = next ? label_of(*next, words_) : std::nullopt;
  const bool opens = words_.prefix("asks", p.text) > 0 || (group_ < 0 && words_.prefix("stem_opening", p.text) > 0);
  const bool leads = !stated_ && labelled_ && p.text.ends_with(':') && opens && label &&
                     asks(std::string_view(next->text).substr(label->length), words_);
  if (!leads) return false;
  stem_ = p.text;
  stem_depth_ = 0;
  group_ = -1;
  current_.clear();
  keep_question(p, -1);
  return true;
}

void ReplyReader::give_stem(Question& added) {
  if (stem_.empty()) return;
  const bool left = stem_depth_ > 0 && (added.path.size() < stem_depth_ || (stem_depth_ == 1 && group_ >= 0));
  if (left) return stem_.clear();
  if (stem_depth_ == 0) stem_depth_ = added.path.size();
  added.stem = stem_;
}

std::vector<int> ReplyReader::open_named(std::string_view kind, std::string_view text) const {
  const size_t before = words_.prefix(kind, text);
  const auto label = before > 0 ? scan_label("Q" + std::string(text.substr(before)), words_) : std::nullopt;
  std::vector<int> out;
  if (!label) return out;
  for (const LabelUnits& units : label->numbers) {
    std::vector<std::string> path;
    for (const LabelUnit& unit : units) path.push_back(unit.word);
    const auto named = std::ranges::find_if(d_.questions, [&](const Question& q) { return q.request == request_ && q.path == path; });
    if (named == d_.questions.end()) return {};
    const int index = static_cast<int>(named - d_.questions.begin());
    if (d_.answered(index)) return {};
    out.push_back(index);
  }
  return out;
}

bool ReplyReader::take_named(const Passage& p) {
  if (p.kind == PassageKind::heading || !open_named("answers_too", p.text).empty()) return false;
  const std::vector<int> named = open_named("answers_these", p.text);
  if (named.empty() || (current_.size() == 1 && group_ < 0)) return false;
  start(named);
  append(p);
  return true;
}

void ReplyReader::add_named(const Passage& p) {
  std::vector<int>& asked = d_.answers[static_cast<size_t>(group_)].questions;
  for (const char* kind : {"answers_too", "answers_these"})
    for (const int index : open_named(kind, p.text)) asked.push_back(index);
}

bool ReplyReader::is_lone_figure(const Label& label, const Passage& next) const {
  const auto below = label.form == LabelForm::alone ? label_of(next, words_) : std::nullopt;
  return below && below->form == LabelForm::alone && below->numbers[0][0].decimal > 0 && label.numbers[0][0].decimal == 0;
}

bool ReplyReader::series_goes_on(const Label& label) const {
  const int number = label.numbers[0][0].decimal;
  if (number == 0 || label.numbers.size() > 1 || label.numbers[0].size() > 1) return false;
  for (size_t i = at_ + 1; i < std::min(run_.size(), at_ + 1 + farthest_next_number); ++i) {
    const auto later = run_[i].is_main() && run_[i].voice != Voice::boilerplate ? label_of(run_[i], words_) : std::nullopt;
    if (later && later->form == label.form && later->numbers[0][0].decimal == number + 1) return true;
  }
  return false;
}

void ReplyReader::take_shared_wording(const Passage& body, const std::vector<int>& targets) {
  for (const int index : targets)
    if (question(index).wording.empty()) question(index).wording = body.text;
  keep_question(body, targets.front());
}

}  // namespace muster
