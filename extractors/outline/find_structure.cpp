#include "extractors/outline/find_structure.h"

#include <algorithm>

#include "extractors/outline/assemble_nodes.h"
#include "extractors/outline/compose_text.h"
#include "extractors/outline/cut_papers.h"
#include "extractors/outline/dissolve_tables.h"
#include "extractors/outline/find_actions.h"
#include "extractors/outline/find_facts.h"
#include "extractors/outline/read_letter.h"
#include "extractors/outline/settle_exchanges.h"
#include "extractors/outline/split_passages.h"
#include "extractors/outline/tell_document_type.h"
#include "extractors/outline/tell_language.h"
#include "extractors/outline/tell_zones.h"

namespace muster {
namespace {

// Hansard and its like: whoever asks is named in the question, and everything until the next question answers it.
// Where the two have headings ("Question", "Answer"), these part them.
void zone_written_answer(std::vector<Passage>& passages, const DocumentWords& words) {
  bool asked = false;
  Zone headed = Zone::none;
  for (Passage& p : passages) {
    if (!p.is_main()) continue;
    if (p.kind == PassageKind::heading) {
      const bool replies = words.is("reply_heading", p.text);
      p.marker = replies || words.is("request_heading", p.text);
      if (p.marker) p.zone = headed = replies ? Zone::reply : Zone::request;
      continue;
    }
    if (headed != Zone::none) p.zone = headed;
    if (headed != Zone::none) continue;
    const bool asks_here = words.contains("written_question", p.text);
    asked |= asks_here;
    if (asked) p.zone = asks_here ? Zone::request : Zone::reply;
  }
}

// Letters are read by zones; papers keep their passages as they are.
Dialogue read_passages(const std::string& type, Composition& composition, const DocumentWords& words) {
  if (type == "written_answer") {
    zone_written_answer(composition.passages, words);
    return read_letter(std::move(composition.passages), words);
  }
  Dialogue dialogue;
  if (type != "foi_response") {
    if (type == "agenda_pack") cut_papers(composition.passages, words);
    dialogue.passages = std::move(composition.passages);
    return dialogue;
  }
  std::vector<Passage> passages = dissolve_tables(composition.passages, composition.tables, words);
  passages = split_passages(passages, words);
  tell_zones(passages, words);
  count_requests(passages, words);
  return read_letter(std::move(passages), words);
}

bool stands_in(const Dialogue& dialogue, std::string_view class_word) {
  return std::ranges::any_of(dialogue.passages, [&](const Passage& p) { return std::ranges::find(p.ancestry, class_word) != p.ancestry.end(); });
}

// Messages of a correspondence that are not the only word on their request (extractors/read/page_messages.h): what they leave open,
// another answers. Words that no number leads to are no answers in an acknowledgement, nor over the numbers of a review.
void leave_rest_to_others(Dialogue& dialogue) {
  const bool passing = stands_in(dialogue, "passing-message");
  if (!passing && !stands_in(dialogue, "later-message")) return;
  for (size_t i = 0; i < dialogue.answers.size(); ++i) {
    if (!dialogue.answers[i].by_place || (!passing && dialogue.answers.size() == 1)) continue;
    dialogue.answers[i].questions.clear();
    for (Passage& p : dialogue.passages)
      if (p.answer == static_cast<int>(i)) p.answer = -1;
  }
  for (size_t i = 0; i < dialogue.questions.size(); ++i) dialogue.questions[i].absorbed |= !dialogue.answered(static_cast<int>(i));
}

// Questions without any reply are a request.
bool only_asks(const std::string& type, const Dialogue& dialogue) {
  const bool replied = std::any_of(dialogue.passages.begin(), dialogue.passages.end(), [](const Passage& p) { return p.zone == Zone::reply; });
  return type == "foi_response" && !dialogue.questions.empty() && dialogue.answers.empty() && !replied;
}

// Papers are counted until their nodes are known.
void point_at_papers(const NodesOfPassages& assembled, Outline& outline) {
  auto node_of = [&](int paper) { return paper > 0 && paper < static_cast<int>(assembled.papers.size()) ? assembled.papers[static_cast<size_t>(paper)] : 0; };
  for (Exchange& e : outline.exchanges) e.paper = node_of(e.paper);
  for (Fact& f : outline.facts) f.paper = node_of(f.paper);
}

}  // namespace

Outline find_structure(const Document& document, const Blocks& blocks, const DocumentWords& words, Diagnostics& diagnostics) {
  Composition composition = compose_text(blocks);
  Outline outline;
  outline.document_type = tell_document_type(document, composition.passages, words);
  outline.language = tell_language(document.language, composition.passages, words, diagnostics);
  Dialogue dialogue = read_passages(outline.document_type, composition, words);
  leave_rest_to_others(dialogue);
  NodesOfPassages assembled = assemble_nodes(dialogue);
  outline.exchanges = settle_exchanges(dialogue, assembled, words);
  outline.actions = find_actions(dialogue.passages, composition.tables, words, diagnostics);
  outline.facts = find_facts(document, dialogue.passages, words);
  point_at_papers(assembled, outline);
  if (only_asks(outline.document_type, dialogue)) outline.document_type = "request";
  outline.nodes = std::move(assembled.nodes);
  outline.text = std::move(composition.text);
  outline.tables = std::move(composition.tables);
  return outline;
}

}  // namespace muster
