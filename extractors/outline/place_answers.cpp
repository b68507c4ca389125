#include "extractors/outline/reply_reader.h"

#include <algorithm>

#include "schemas/text.h"

namespace muster {
namespace {

constexpr size_t fewest_words_of_rest = 3;  // fewer may be an answer in the question's words

// "*2017/18: 457": the star of a list before a year and its figure, no footnote's.
bool is_starred_value(std::string_view text) {
  const std::string_view rest = trimmed(text.substr(1));
  return !rest.empty() && is_digit(rest[0]) && rest.find(':') != std::string_view::npos && std::none_of(rest.begin(), rest.end(), is_letter);
}

}  // namespace

bool ReplyReader::take_note(const Passage& p) {
  const bool footnote = p.text.starts_with('*') && !is_starred_value(p.text);
  const bool opens = words_.prefix("note_opening", p.text) > 0;
  const bool own = footnote && (current_.empty() || said_in_group('*'));
  const bool elsewhere = footnote ? !own && any_answer_bears('*') : opens && !d_.answers.empty();
  if (!elsewhere && !noting_) return false;
  if (opens && !footnote) noting_ = true, group_ = -1, current_.clear(), waiting_.clear();
  Note note;
  note.passage = static_cast<int>(d_.passages.size());
  note.footnote = footnote;
  if (const auto label = scan_label(p.text, words_))
    for (const LabelUnits& units : label->numbers) {
      std::vector<std::string> path;
      for (const LabelUnit& unit : units) path.push_back(unit.word);
      note.numbers.push_back(canonical_number(path));
    }
  d_.notes.push_back(note);
  keep(p);
  return true;
}

bool ReplyReader::said_in_group(char mark) const {
  return group_ >= 0 && std::any_of(d_.passages.begin(), d_.passages.end(), [&](const Passage& p) {
    return p.answer == group_ && p.text.find(mark) != std::string::npos;
  });
}

bool ReplyReader::any_answer_bears(char mark) const {
  return std::any_of(d_.passages.begin(), d_.passages.end(), [&](const Passage& p) {
    return p.answer >= 0 && p.request == request_ && p.text.find(mark) != std::string::npos;
  });
}

void ReplyReader::append(Passage p) {
  if (p.text.empty() && p.kind != PassageKind::table) return keep(p);
  if (noting_) {
    d_.notes.push_back({static_cast<int>(d_.passages.size()), false, {}});
    return keep(p);
  }
  if (current_.empty()) {
    lead_.push_back(static_cast<int>(d_.passages.size()));
    return keep(p);
  }
  if (group_ < 0 && asks_to_letter_ && current_.size() == 1 && p.kind != PassageKind::table) {
    question(current_[0]).wording += " " + p.text;
    return keep_question(p, current_[0]);
  }
  if (const size_t rest = rest_of_repeat(p); rest > 0) {
    keep_question(part_of(p, 0, rest), current_[0]);
    p = part_of(p, rest, p.text.size());
    if (p.text.empty()) return;
  }
  if (group_ < 0) open_group(sharing());
  p.answer = group_;
  add_named(p);
  keep(p);
}

size_t ReplyReader::rest_of_repeat(const Passage& p) const {
  if (group_ >= 0 || !repeating_ || current_.size() != 1 || p.kind == PassageKind::table) return 0;
  const std::string asked = folded(d_.questions[static_cast<size_t>(current_[0])].wording), said = folded(p.text);
  if (split(said, ' ').size() >= fewest_words_of_rest && asked.find(said) != std::string::npos) return p.text.size();
  const size_t mark = p.text.find('?');
  const std::string front = mark == std::string::npos ? std::string() : folded(std::string_view(p.text).substr(0, mark));
  return !front.empty() && asked.ends_with(' ' + front) ? mark + 1 : 0;
}

void ReplyReader::open_group(const std::vector<int>& questions) {
  group_ = static_cast<int>(d_.answers.size());
  d_.answers.push_back({questions, marked_});
  waiting_.clear();
}

// "For adults' services please give:" over its parts.
bool ReplyReader::opens_parts(int index) const {
  return d_.questions[static_cast<size_t>(index)].wording.ends_with(':') &&
         std::any_of(d_.questions.begin(), d_.questions.end(), [&](const Question& q) { return q.parent == index; });
}

std::vector<int> ReplyReader::open_before(int limit) const {
  std::vector<int> out;
  for (size_t i = 0; i < d_.questions.size(); ++i) {
    const int index = static_cast<int>(i);
    const Question& q = d_.questions[i];
    if (q.request == request_ && q.from_request && index < limit && !d_.answered(index) && !opens_parts(index)) out.push_back(index);
  }
  return out;
}

void ReplyReader::settle_lead(int first) {
  const std::vector<int> open = open_before(first);
  if (!stated_ && !lead_.empty()) take_preamble(d_.passages[static_cast<size_t>(lead_.back())]);
  const bool only_over_it = open.size() == 1 && open[0] == d_.questions[static_cast<size_t>(first)].parent;
  if (!lead_.empty() && !open.empty() && last_ < first && !only_over_it) give_lead(open);
  lead_.clear();
}

void ReplyReader::take_preamble(Passage& p) {
  if (!p.text.ends_with(':') || p.kind == PassageKind::heading) return;
  p.voice = Voice::requester;
  preamble_ = p.text;
}

void ReplyReader::give_lead(const std::vector<int>& open) {
  open_group(open);
  d_.answers.back().by_place = true;
  for (const int index : lead_) d_.passages[static_cast<size_t>(index)].answer = group_;
  group_ = -1;
}

// A letter that does not say what was asked, told by its salutation, signature or heading.
bool ReplyReader::replies_as_a_whole() const {
  const bool asked = std::any_of(d_.questions.begin(), d_.questions.end(), [&](const Question& q) { return q.request == request_; });
  return !asked && std::any_of(run_.begin(), run_.end(), [&](const Passage& p) {
    return p.zone == Zone::reply || words_.is("closing", p.text) || words_.is("salutation", p.text);
  });
}

int ReplyReader::add_unstated() {
  for (size_t i = 0; i < d_.passages.size(); ++i)  // what stands over the salutation is letterhead
    if (words_.is("salutation", d_.passages[i].text))
      std::erase_if(lead_, [&](int index) { return static_cast<size_t>(index) < i && index != lead_.back(); });
  Question q;
  q.request = request_;
  q.place = lead_.front();
  q.paper = d_.passages[static_cast<size_t>(lead_.front())].paper;
  d_.questions.push_back(q);
  return static_cast<int>(d_.questions.size()) - 1;
}

void ReplyReader::finish_lead() {
  if (anchored_ || lead_.empty()) return;
  std::vector<int> open = open_before(static_cast<int>(d_.questions.size()));
  if (open.empty() && replies_as_a_whole()) open.push_back(add_unstated());
  for (const int index : lead_)
    if (const std::vector<int> named = open_named("answer_to", d_.passages[static_cast<size_t>(index)].text); open.size() > 1 && !named.empty()) return give_lead(named);
  if (open.empty()) return;
  std::vector<int> items;
  for (const int index : lead_)
    if (d_.passages[static_cast<size_t>(index)].kind == PassageKind::list_item) items.push_back(index);
  if (open.size() < 2 || items.size() != open.size()) return give_lead(open);
  for (size_t i = 0; i < items.size(); ++i) {
    open_group({open[i]});
    d_.passages[static_cast<size_t>(items[i])].answer = group_;
  }
}

std::vector<int> ReplyReader::sharing() {
  std::vector<int> out = current_;
  if (current_.size() != 1) return out;
  const Question& last = question(current_[0]);
  std::vector<int> siblings;
  for (const int index : waiting_)
    if (index != current_[0] && question(index).parent == last.parent && last.parent >= 0 && last.path.size() > 1) siblings.push_back(index);
  const bool fragment = siblings.size() == 1 && (!question(siblings[0]).wording.ends_with('?') || words_.prefix("asks", question(siblings[0]).wording) == 0);
  if (siblings.size() > 1 || fragment) out.insert(out.begin(), siblings.begin(), siblings.end());
  const bool whole_parent = last.parent >= 0 && last.path.size() == 2 && waiting_.size() >= 2 && waiting_[0] == last.parent &&
                            waiting_[1] == current_[0] && question(last.parent).wording.ends_with('?') &&
                            words_.prefix("asks", last.wording) > 0;
  if (whole_parent) out.insert(out.begin(), last.parent);
  return out;
}

}  // namespace muster
