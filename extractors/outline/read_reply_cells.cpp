#include "extractors/outline/reply_reader.h"

#include <algorithm>

#include "extractors/outline/key_answers.h"
#include "schemas/text.h"

namespace muster {

void ReplyReader::read_cell(const Passage& p) {
  const bool new_row = p.table != table_ || p.row != row_;
  if (p.side == CellSide::question) {
    if (new_row) row_questions_.clear(), current_.clear(), waiting_.clear(), group_ = -1;
    table_ = p.table;
    row_ = p.row;
    anchored_ = true;
    return read_question_cell(p);
  }
  if (p.kind != PassageKind::table && row_questions_.size() > 1) {
    const auto label = label_of(p, words_);
    if (label && take_label(p, *label)) return;
  }
  if (group_ < 0) {
    current_ = unanswered(row_questions_);
    if (!current_.empty()) open_group(current_);
  }
  append(p);
}

std::vector<int> ReplyReader::unanswered(const std::vector<int>& questions) const {
  std::vector<int> out;
  for (const int index : questions)
    if (!d_.answered(index) && !only_leads(index, questions)) out.push_back(index);
  return out.empty() ? questions : out;
}

bool ReplyReader::only_leads(int index, const std::vector<int>& questions) const {
  const Question& q = d_.questions[static_cast<size_t>(index)];
  const bool has_parts = std::any_of(questions.begin(), questions.end(),
                                     [&](int other) { return d_.questions[static_cast<size_t>(other)].parent == index; });
  return has_parts && q.wording.find('?') == std::string::npos && words_.prefix("asks", q.wording) == 0;
}

void ReplyReader::read_question_cell(const Passage& p) {
  const auto label = label_of(p, words_);
  if (label && take_cell_label(p, *label)) return;
  if (!row_questions_.empty()) {
    std::string& wording = question(row_questions_.back()).wording;
    wording += (wording.empty() ? "" : " ") + p.text;
    return keep_question(p, row_questions_.back());
  }
  row_questions_.push_back(add_plain(p));
}

bool ReplyReader::take_cell_label(const Passage& p, const Label& label) {
  LabelContext context;
  context.body = std::string_view(p.text).substr(label.length);
  if (const Passage* next = next_main()) context.next = next->text;
  context.last = last_;
  context.request = request_;
  const size_t before = d_.questions.size();
  const std::vector<int> targets = key_answers(label, context, words_, said_, d_);
  if (targets.empty()) return false;
  for (const int index : targets) {
    Question& q = question(index);
    if (d_.questions.size() > before) q.wording = std::string(trimmed(context.body));
    q.inside_table = true;
    row_questions_.push_back(index);
    last_ = index;
  }
  keep_question(part_of(p, label.length, p.text.size()), targets.back());
  return true;
}

}  // namespace muster
