#include "extractors/outline/settle_exchanges.h"

#include <algorithm>
#include <set>

#include "schemas/text.h"

namespace muster {
namespace {

struct Settler {
  const Dialogue& d;
  const NodesOfPassages& nodes;
  const DocumentWords& words;
  std::set<int> pointing;  // requests where some answer says where its explanation stands; elsewhere a note is about all

  std::vector<int> answers_of(int question) const {
    std::vector<int> out;
    for (size_t i = 0; i < d.answers.size(); ++i) {
      const std::vector<int>& asked = d.answers[i].questions;
      if (std::find(asked.begin(), asked.end(), question) != asked.end()) out.push_back(static_cast<int>(i));
    }
    return out;
  }

  std::vector<int> parts_of(int question) const {
    std::vector<int> out;
    for (size_t i = 0; i < d.questions.size(); ++i)
      if (d.questions[i].parent == question) out.push_back(static_cast<int>(i));
    return out;
  }

  bool any_answered(const std::vector<int>& questions) const {
    return std::any_of(questions.begin(), questions.end(), [&](int q) { return !answers_of(q).empty(); });
  }

  // What is said to the whole question holds for its parts, where none of them has an answer of its own.
  std::vector<int> answers_with_inherited(int question) const {
    std::vector<int> own = answers_of(question);
    const int parent = d.questions[static_cast<size_t>(question)].parent;
    if (!own.empty() || parent < 0 || any_answered(parts_of(parent))) return own;
    return answers_of(parent);
  }

  // A question whose words only lead to its parts ("split by:") asks nothing by itself.
  bool only_leads(int question) const {
    const std::vector<int> parts = parts_of(question);
    if (parts.empty() || !answers_of(question).empty()) return false;
    const Question& q = d.questions[static_cast<size_t>(question)];
    const bool complete = q.wording.ends_with('?') && words.prefix("asks", d.questions[static_cast<size_t>(parts[0])].wording) > 0;
    return !complete || any_answered(parts);
  }

  void add_note(const Note& note, Exchange& e) const {
    const int node = nodes.leaf[static_cast<size_t>(note.passage)];
    if (node >= 0) e.note_nodes.push_back(node);
    e.explained_elsewhere = true;
  }

  void bind_notes(Exchange& e) const {
    const bool points = words.contains("see_elsewhere", e.answer);
    const bool starred = e.answer.find('*') != std::string::npos;
    for (const Note& note : d.notes) {
      const Passage& p = d.passages[static_cast<size_t>(note.passage)];
      if (p.request != e.request || p.paper != e.paper) continue;
      const bool named = std::find(note.numbers.begin(), note.numbers.end(), e.number) != note.numbers.end();
      if (named || (note.footnote ? starred : points || (note.numbers.empty() && !pointing.contains(e.request)))) add_note(note, e);
    }
  }

  // A table in a cell is written after the whole table around it: its words stand apart from those that lead to it.
  bool stands_in_cell(size_t passage) const {
    return d.passages[passage].kind == PassageKind::table && passage + 1 < d.passages.size() && d.passages[passage + 1].span.begin < d.passages[passage].span.begin;
  }

  void fill_answer(const std::vector<int>& answers, Exchange& e) const {
    std::vector<std::string> texts;
    for (size_t i = 0; i < d.passages.size(); ++i) {
      const Passage& p = d.passages[i];
      if (p.answer < 0 || std::find(answers.begin(), answers.end(), p.answer) == answers.end() || p.text.empty()) continue;
      texts.push_back(p.text);
      if (e.answer_span.empty()) e.answer_span = p.span;
      if (!stands_in_cell(i)) e.answer_span.end = std::max(e.answer_span.end, p.span.end);
      e.inside_table |= p.kind == PassageKind::cell;
      const int node = nodes.group[i];
      if (node >= 0 && (e.answer_nodes.empty() || e.answer_nodes.back() != node)) e.answer_nodes.push_back(node);
    }
    e.answer = joined(texts, "\n");
  }

  // A part that only the reply names stands after the question that it belongs to.
  int reading_place(int question) const {
    const Question& q = d.questions[static_cast<size_t>(question)];
    const bool late = !q.from_request && q.parent >= 0 && d.questions[static_cast<size_t>(q.parent)].from_request;
    return late ? d.questions[static_cast<size_t>(q.parent)].place : q.place;
  }

  Exchange exchange_of(int question) const {
    const Question& q = d.questions[static_cast<size_t>(question)];
    Exchange e;
    e.request = q.request;
    e.paper = d.passages.empty() ? 0 : d.passages[std::min(static_cast<size_t>(q.place), d.passages.size() - 1)].paper;
    e.number = q.number;
    e.question = q.wording;
    e.preamble = q.preamble;
    e.inside_table = q.inside_table;
    if (q.parent >= 0) e.parent_question = d.questions[static_cast<size_t>(q.parent)].wording;
    if (!q.stem.empty()) e.parent_question += (e.parent_question.empty() ? "" : "\n") + q.stem;
    for (size_t i = 0; i < d.passages.size(); ++i)
      if (d.passages[i].question == question && e.question_node < 0) e.question_node = nodes.group[i];
    fill_answer(answers_with_inherited(question), e);
    bind_notes(e);
    return e;
  }
};

std::set<int> pointing_requests(const Dialogue& dialogue, const DocumentWords& words) {
  std::set<int> out;
  for (const Passage& p : dialogue.passages)
    if (p.answer >= 0 && words.contains("see_elsewhere", p.text)) out.insert(p.request);
  return out;
}

}  // namespace

std::vector<Exchange> settle_exchanges(const Dialogue& dialogue, const NodesOfPassages& nodes, const DocumentWords& words) {
  const Settler settler{dialogue, nodes, words, pointing_requests(dialogue, words)};
  std::vector<int> order;
  for (size_t i = 0; i < dialogue.questions.size(); ++i)
    if (!dialogue.questions[i].absorbed && !settler.only_leads(static_cast<int>(i))) order.push_back(static_cast<int>(i));
  std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return settler.reading_place(a) < settler.reading_place(b); });
  std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
    return dialogue.questions[static_cast<size_t>(a)].request < dialogue.questions[static_cast<size_t>(b)].request;
  });
  std::vector<Exchange> out;
  for (const int index : order) {
    out.push_back(settler.exchange_of(index));
    out.back().position = static_cast<int>(out.size());
  }
  return out;
}

}  // namespace muster
