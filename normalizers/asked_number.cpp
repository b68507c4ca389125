#include "normalizers/asked_number.h"

#include <algorithm>

#include "normalizers/pattern.h"
#include "normalizers/vocabulary_tables.h"

namespace muster {
namespace {

// "Salary scales of social workers", "Vacancies in every month": a topic, and neither a question for yes or no nor for words.
bool is_topic(std::string_view question) {
  static const Pattern other("^\\W*(?:\\d{1,2}[a-z]?[.):]? |\\(?[a-z][.)] ?)?(?:do|does|did|is|are|was|were|has|have|had|will|would|can|could|should|if|whether|why|who|whose|which|where|when|how|what|please|any|reasons?|names?|cop(?:y|ies)|polic(?:y|ies)|details?|structure|minutes|reports?|e-?mails?|correspondence|documents?|contracts?|organi[sz]ation)\\b");
  static const Pattern papers("\\b(?:polic(?:y|ies)|cop(?:y|ies) of|strateg(?:y|ies)|plans?|procedures?|names?|reasons?|job descriptions?|correspondence)\\b");
  return !other.in(question) && !papers.in(question);
}

// "What would it cost to fill every vacancy?": the words of a count within a question about money.
bool asks_for_cost(const Scene& scene) {
  static const Pattern cost("\\b(?:what (?:would|will|did|does|is|was) (?:it|the|be) {0,1}(?:cost|total cost)|what (?:did|does|do|would|will) (?:\\w+ ){1,6}cost\\b|how much (?:would|will|did|does|has|have|was|is))\\b");
  return std::any_of(scene.around.begin(), scene.around.end(), [&](const Around& a) {
    if ((a.kind != ContextKind::question && a.kind != ContextKind::parent_question) || !cost.in(a.words->text)) return false;
    return std::none_of(a.words->mentions.begin(), a.words->mentions.end(), [&](const Mention& m) {
      return m.kind == MentionKind::measure && scene.vocabulary->tables().workforce.measures.at(m.code).counts_in("money");
    });
  });
}

// "By which of these models …?", "Who …?"
bool asks_which(std::string_view question) {
  static const Pattern which("^\\W*(?:\\d{1,2}[a-z]?[.):]? |\\(?[a-z][.)] ?)?(?:(?:by|in|from|of|under|through|with|to) )?(?:which|who|whom|whose|why|where)\\b");
  static const Pattern number("\\b(?:how (?:many|much)|numbers?|percentages?|proportions?|rates?)\\b");
  return which.in(question) && !number.in(question);
}

// "Are any posts vacant?" answered by "No": there are none.
bool asks_for_any_vacancy(std::string_view question) {
  static const Pattern any("\\bany\\b.{0,40}\\b(?:vacan(?:t|cy|cies)|unfilled)\\b");
  return any.in(question);
}

}  // namespace

bool is_question(ContextKind kind) {
  return kind == ContextKind::question || kind == ContextKind::parent_question || kind == ContextKind::preamble;
}

bool asks_for_staff(const TextReading& question) {
  constexpr size_t longest_label_bytes = 6;  // "(iv) "
  if (question.has(MentionKind::marker, "asks_number")) return true;
  const Mention* m = question.best(MentionKind::measure);
  return m && m->code == "inpost" && m->begin <= longest_label_bytes && is_topic(question.text);
}

bool number_was_asked(const Scene& scene) {
  if (asks_for_cost(scene)) return false;
  bool asked = false, any = false;
  for (const Around& a : scene.around) {
    if (!is_question(a.kind)) continue;
    any = true;
    if ((a.kind == ContextKind::question || a.kind == ContextKind::parent_question) && asks_which(a.words->text)) return false;
    asked |= a.kind == ContextKind::question && scene.figure->code == "zero" && asks_for_any_vacancy(a.words->text);
    asked |= a.words->has(MentionKind::marker, "asks_number") || a.unknown.empty() || (a.kind == ContextKind::question && is_topic(a.words->text));
  }
  return asked || !any;
}

}  // namespace muster
