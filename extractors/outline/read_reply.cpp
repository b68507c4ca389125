#include "extractors/outline/read_reply.h"

#include <algorithm>
#include <map>
#include <utility>

#include "extractors/outline/echo.h"
#include "extractors/outline/key_answers.h"
#include "extractors/outline/question_end.h"
#include "extractors/outline/reply_reader.h"
#include "schemas/text.h"

namespace muster {
namespace {

constexpr size_t longest_asking_words = 14;  // "Please provide"; "To find this we would …" is no demand
constexpr size_t fewest_bare_answers = 3;  // two numbered lines may be anything
constexpr size_t farthest_repeat = 200;  // passages in which the same number is looked for once more
constexpr int fewest_headed_answers = 2;  // one heading may stand over the whole reply
constexpr size_t farthest_heading = 40;   // passages between a question and the heading of its answer
constexpr int fewest_bold_questions = 2;  // one bold line may be any heading
constexpr size_t least_echo_words = 4;  // without a number a shorter repeat may be chance

}  // namespace

ReplyReader::ReplyReader(const std::vector<Passage>& run, int request, const DocumentWords& words, Dialogue& dialogue)
    : run_(run), request_(request), words_(words), d_(dialogue) {
  for (size_t i = 0; i < d_.questions.size(); ++i) {
    const Question& q = d_.questions[i];
    const bool stated = q.request == request && q.from_request;
    stated_ |= stated;
    stated_words_.push_back(stated ? echo_words(q.wording) : EchoWords{});
    if (q.request == request && d_.answered(static_cast<int>(i))) last_ = static_cast<int>(i);
  }
  answer_heading_ = repeated_heading();
  lettered_ = calls_questions_q();
  if (stated_) resume_numbering();
  else bare_answers_ = gives_bare_answers(), bold_asks_ = asks_in_bold();
}

bool ReplyReader::asks_in_bold() const {
  int bold = 0, plain = 0;
  for (const Passage& p : run_) {
    if (!p.is_main() || p.marker || p.voice == Voice::boilerplate || p.kind == PassageKind::table || p.kind == PassageKind::heading || p.side != CellSide::none || p.text.empty()) continue;
    const auto label = label_of(p, words_);
    const bool asking = p.text.ends_with('?') || (label && label->form != LabelForm::alone);  // "40" alone is an answer, "2. How many" is not
    if (asking && !p.bold) return false;
    bold += asking;
    plain += !p.bold;
  }
  return bold >= fewest_bold_questions && plain > 0;
}

bool ReplyReader::gives_bare_answers() const {
  size_t labelled = 0, values = 0;
  bool below = false;
  for (const Passage& p : run_) {
    if (!p.is_main() || p.marker || p.voice == Voice::boilerplate || p.zone == Zone::record || p.text.empty()) continue;
    if (p.kind == PassageKind::table || p.side != CellSide::none || p.value) return false;
    const auto label = label_of(p, words_);
    if (!label) {
      below = labelled > 0;
      continue;
    }
    const std::string_view body = std::string_view(p.text).substr(label->length);
    const size_t asking = words_.prefix("asks", body);
    if (below || body.empty() || (asking > 0 && asking <= longest_asking_words) || body.find('?') != std::string_view::npos) return false;
    ++labelled;
    values += words_.prefix("value_opening", body) > 0;
  }
  return labelled >= fewest_bare_answers && values * 2 >= labelled;
}

void ReplyReader::read() {
  for (at_ = 0; at_ < run_.size(); ++at_) {
    const Passage& p = run_[at_];
    if (heads_answer(p)) part_at_heading();
    if (!p.is_main() || p.marker || p.voice == Voice::boilerplate || p.zone == Zone::record) keep(p);
    else if (p.side != CellSide::none) read_cell(p);
    else if (folded(p.text).empty() && p.label.empty()) keep(p);
    else if (p.kind == PassageKind::table) append(p);
    else read_text(p);
  }
  finish_lead();
}

void ReplyReader::resume_numbering() {
  if (last_ < 0) return;
  Numbering::Place place;
  for (const std::string& word : question(last_).path) {
    const auto label = scan_label(word + ")", words_);
    if (!label) return;
    place = said_.place(label->numbers[0], LabelForm::dot);
    said_.take(place);
  }
}

std::string ReplyReader::repeated_heading() const {
  std::map<std::string, int> count;
  for (const auto* passages : {&std::as_const(d_.passages), &run_})  // the first of them ends the request
    for (const Passage& p : *passages)
      if (p.request == request_ && p.marker && words_.is("reply_heading", p.text)) ++count[folded(p.text)];
  const auto most = std::ranges::max_element(count, {}, [](const auto& entry) { return entry.second; });
  return most != count.end() && most->second >= fewest_headed_answers ? most->first : std::string();
}

bool ReplyReader::answer_is_headed() const {
  for (size_t i = at_ + 1; i < std::min(run_.size(), at_ + 1 + farthest_heading); ++i) {
    if (heads_answer(run_[i])) return true;
    const auto label = label_of(run_[i], words_);
    if (label && label->form == form_) return false;
  }
  return false;
}

void ReplyReader::part_at_heading() {
  if (group_ < 0 || current_.size() != 1) return;
  const std::vector<int> asked = d_.answers[static_cast<size_t>(group_)].questions;
  if (asked.size() != 1 || headed_.contains(asked[0])) return;
  headed_.insert(asked[0]);
  for (Passage& p : d_.passages) {
    if (p.answer != group_) continue;
    p.answer = -1;
    p.question = asked[0];
    p.voice = Voice::requester;
  }
  d_.answers[static_cast<size_t>(group_)].questions.clear();
  group_ = -1;
}

void ReplyReader::keep(Passage p) {
  if (p.is_main() && p.voice == Voice::unknown && p.zone != Zone::record) p.voice = Voice::authority;
  d_.passages.push_back(std::move(p));
}

void ReplyReader::keep_question(Passage p, int index) {
  if (p.text.empty() && p.label.empty()) return;
  p.voice = Voice::requester;
  p.question = index;
  d_.passages.push_back(std::move(p));
}

void ReplyReader::read_text(const Passage& p) {
  marked_ = false;
  if (table_ >= 0) table_ = -1, current_.clear(), group_ = -1;  // text below a table of questions answers none of them
  if (take_marked_question(p) || take_lone_answer_mark(p)) return;
  if (p.value) return append(p);
  if (take_reported_question(p)) return;
  Passage rest = p;
  if (const size_t mark = words_.prefix("answer_mark", rest.text); mark > 0 && mark < rest.text.size() && !is_letter_of_question(rest)) {
    rest = part_of(rest, mark, rest.text.size());
    marked_ = true;
  }
  const size_t letter = lettered_ && !is_letter_of_question(rest) ? words_.prefix("lettered_answer_mark", rest.text) : 0;
  if (letter > 0 && letter < rest.text.size() && !current_.empty()) {
    marked_ = true;
    if (group_ < 0 && waiting_.size() > 1) current_ = waiting_;  // it answers whatever was asked over it
    return append(part_of(rest, letter, rest.text.size()));
  }
  const auto label = label_of(rest, words_);
  if (label && take_label(rest, *label)) return;
  if (take_stem(rest) || take_echo(rest) || take_named(rest) || take_note(rest) || take_plain_question(rest)) return;
  append(rest);
}

// "Q: How many left?", in a letter that quotes and answers without numbers.
bool ReplyReader::take_marked_question(const Passage& p) {
  const size_t mark = stated_ ? 0 : words_.prefix("question_mark", p.text);
  const auto label = scan_label(p.text, words_);  // "Q: …" looks like the letter q
  if (mark == 0 || mark >= p.text.size() || (label && label->prefix != LabelPrefix::none)) return false;
  start({add_plain(part_of(p, mark, p.text.size()))});
  return true;
}

bool ReplyReader::take_reported_question(const Passage& p) {
  const size_t length = stated_ || labelled_ || p.text.ends_with(':') ? 0 : words_.prefix("reported_question", p.text);
  if (length == 0) return false;
  start({add_plain(part_of(p, 0, length))});
  if (const Passage rest = part_of(p, length, p.text.size()); !rest.text.empty()) append(rest);
  return true;
}

// "A:" over an answer that begins on the next line.
bool ReplyReader::take_lone_answer_mark(const Passage& p) {
  const bool waits = !stated_ && current_.size() == 1 && group_ < 0;
  if (!waits || p.text.empty() || words_.prefix("answer_mark", p.text) != p.text.size()) return false;
  Passage marker = p;
  marker.marker = true;
  keep(std::move(marker));
  return true;
}

// "A - 12" is the answer to question A where the request counts in letters.
bool ReplyReader::is_letter_of_question(const Passage& p) const {
  const bool lettered = std::any_of(d_.questions.begin(), d_.questions.end(), [&](const Question& q) {
    return q.request == request_ && q.from_request && q.path.size() == 1 && q.path[0] == "a";
  });
  return lettered && p.text.size() > 1 && ascii_lower(p.text.substr(0, 1)) == "a" && !is_letter(p.text[1]);
}

const Passage* ReplyReader::next_main() const {
  for (size_t i = at_ + 1; i < run_.size(); ++i)
    if (run_[i].is_main() && !run_[i].marker) return &run_[i];
  return nullptr;
}

bool ReplyReader::followed() const {
  const Passage* next = next_main();
  if (!next || next->voice == Voice::boilerplate || next->zone == Zone::record) return false;
  if (next->kind == PassageKind::table) return true;
  const auto label = label_of(*next, words_);
  const bool weak = label && (label->form == LabelForm::dash || label->form == LabelForm::attached);
  return !label || (weak && label->form != form_);
}

bool ReplyReader::appears_later(const Label& label) const {
  if (label.numbers[0].size() != 1 || label.numbers[0][0].decimal == 0) return false;
  for (size_t i = at_ + 1; i < std::min(run_.size(), at_ + 1 + farthest_repeat); ++i) {
    if (run_[i].voice == Voice::boilerplate) continue;
    const auto other = label_of(run_[i], words_);
    if (other && other->form == label.form && other->numbers[0].size() == 1 &&
        other->numbers[0][0].decimal == label.numbers[0][0].decimal)
      return true;
  }
  return false;
}

bool ReplyReader::take_label(const Passage& p, const Label& label) {
  const Passage* next = next_main();
  LabelContext context;
  context.body = std::string_view(p.text).substr(label.length);
  context.next = next ? std::string_view(next->text) : std::string_view();
  context.next_is_labelled = next && !is_lone_figure(label, *next) && label_of(*next, words_).has_value();
  context.series_goes_on = series_goes_on(label);
  context.appears_later = appears_later(label);
  context.has_answer = group_ >= 0;
  context.asks_in_bold = bold_asks_ && p.bold;
  context.bare_answers = bare_answers_;
  context.answer_is_headed = answer_is_headed();
  context.last = last_;
  context.request = request_;
  const size_t before = d_.questions.size();
  const std::vector<int> targets = key_answers(label, context, words_, said_, d_);
  if (targets.empty()) return false;
  const bool added = d_.questions.size() > before;
  labelled_ = true;
  asks_to_letter_ = added && label.prefix == LabelPrefix::question && answer_is_lettered();
  if (added) give_stem(question(targets.back()));
  form_ = label.form;
  start(targets);
  Passage body = part_of(p, label.length, p.text.size());
  if (label.length > 0) body.label = std::string(trimmed(std::string_view(p.text).substr(0, label.length)));
  if (targets.size() == 1) take_body(std::move(body), targets[0], added && question(targets[0]).wording.empty() && !bare_answers_);
  else if (added && label.prefix == LabelPrefix::question && !body.text.empty() && followed()) take_shared_wording(body, targets);
  else append(body);
  return true;
}

void ReplyReader::start(const std::vector<int>& targets) {
  if (!anchored_) settle_lead(targets.front());
  deal_lists(targets.front());
  anchored_ = true;
  noting_ = false;
  if (group_ >= 0) waiting_.clear();
  group_ = -1;
  repeating_ = false;
  pending_ = -1;
  current_ = targets;
  last_ = targets.back();
  for (const int index : targets)
    if (question(index).preamble.empty() && !question(index).from_request) question(index).preamble = preamble_;
}

void ReplyReader::take_body(Passage body, int index, bool is_new) {
  if (body.text.empty()) {
    if (is_new) pending_ = index;
    body.voice = Voice::authority;
    body.marker = true;
    d_.passages.push_back(std::move(body));
    return;
  }
  size_t length = is_new ? question_length(body.text, followed(), words_) : repeated_length(body.text, question(index).wording);
  // "A return is made" answers "Whether a return is made?": the same words, but nothing else is said.
  const bool affirms = !is_new && length == body.text.size() && !body.text.ends_with('?') && question(index).wording.ends_with('?') && !followed();
  if (affirms) length = 0;
  if (!is_new && length > 0) length += further_echo(std::string_view(body.text).substr(length));
  const Passage front = part_of(body, 0, length), back = part_of(body, length, body.text.size());
  if (is_new) question(index).wording = front.text;
  if (!front.text.empty()) waiting_.push_back(index);
  keep_question(front, index);
  repeating_ = !is_new && !front.text.empty();
  if (!back.text.empty()) {
    Passage answer = back;
    if (front.text.empty()) answer.label = body.label;
    append(answer);
  }
}

size_t ReplyReader::further_echo(std::string_view rest) {
  size_t total = 0;
  bool moved = true;
  while (moved && !rest.empty()) {
    moved = false;
    for (Question& q : d_.questions) {
      if (q.request != request_ || !q.from_request || !q.number.empty()) continue;
      const Echo echo = find_echo(rest, q.wording);
      if (echo.length == 0 || split(folded(q.wording), ' ').size() < least_echo_words) continue;
      q.absorbed = true;
      total += echo.length;
      rest.remove_prefix(echo.length);
      moved = true;
      break;
    }
  }
  return total;
}

// Whether a part of this question has just been named: its repeat leads to the part's answer.
bool ReplyReader::is_over_current(int index) const {
  return group_ < 0 && current_.size() == 1 && d_.questions[static_cast<size_t>(current_[0])].parent == index;
}

bool ReplyReader::take_echo(const Passage& p) {
  if (std::find(d_.remarks.begin(), d_.remarks.end(), folded(p.text)) != d_.remarks.end()) {
    keep_question(p, -1);
    return true;
  }
  const EchoWords said = echo_words(p.text);
  for (size_t i = 0; i < stated_words_.size(); ++i) {
    const int index = static_cast<int>(i);
    if (stated_words_[i].size() < least_echo_words) continue;
    const Echo echo = find_echo(p.text, said, stated_words_[i]);
    if (echo.length == 0 || (d_.answered_alone(index) && !echo.whole)) continue;
    if (!is_over_current(index)) start({index});
    take_body(p, index, false);
    return true;
  }
  return false;
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
  const bool bold_asks = bold_asks_ && labelled_ && p.bold && p.kind != PassageKind::heading;
  if ((!asking && !bold_asks && !demands_plainly(p)) || stated_) return false;
  if (labelled_ && !(bold_asks && group_ >= 0)) {
    if (group_ >= 0 || current_.size() != 1) return false;
    question(current_[0]).wording += " " + p.text;
    keep_question(p, current_[0]);
    return true;
  }
  start({add_plain(p)});
  return true;
}

bool ReplyReader::demands_plainly(const Passage& p) const {
  const bool sentence = p.kind == PassageKind::text && p.zone != Zone::reply && p.text.ends_with('.');
  return sentence && !labelled_ && words_.prefix("plain_demand", p.text) > 0 && !words_.contains("asks_of_requester", p.text) &&
         !words_.contains("see_elsewhere", p.text);
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

void read_reply(const std::vector<Passage>& run, int request, const DocumentWords& words, Dialogue& dialogue) {
  ReplyReader(run, request, words, dialogue).read();
}

}  // namespace muster
