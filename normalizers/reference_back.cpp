#include "normalizers/reference_back.h"

#include <algorithm>

#include "normalizers/pattern.h"
#include "normalizers/told_from_writing.h"
#include "normalizers/year_end.h"

namespace muster {
namespace {

// "On that date" reaches back over the parts of a question, not over a whole letter.
constexpr int farthest_reference_back = 4;

std::optional<Period> from_answers_before(const Scene& scene) {
  if (scene.candidate->exchange < 0) return std::nullopt;
  const auto& exchanges = scene.outline->exchanges;
  const bool own = refers_back(scene.own->text), asked = refers_back(exchanges[static_cast<size_t>(scene.candidate->exchange)].question);
  if (!own && !asked) return std::nullopt;
  for (int e = scene.candidate->exchange - 1; e >= 0 && scene.candidate->exchange - e <= farthest_reference_back; --e) {
    const Exchange& before = exchanges[static_cast<size_t>(e)];
    for (const std::string* text : {&before.answer, &before.question}) {
      if (text == &before.answer && !own) continue;
      const TextReading words = read_words(*text, *scene.vocabulary);
      if (const PeriodMatch* only = only_period(words); only && only->period.kind == "instant") return only->period;
    }
  }
  return std::nullopt;
}

// "A year before there were 194": the time of the sentence before, moved.
std::optional<Period> moved_from_sentence_before(const Scene& scene) {
  static const Pattern year_before("^\\W*(?:in )?(?:(?:a|one|the) year|(?:twelve|12) months) (?:before|earlier|previously)\\b|^\\W*(?:at|in) the same (?:time|point|month|stage) (?:the year before|a year earlier|last year)\\b");
  if (!scene.in_prose() || !scene.own->periods.empty() || !year_before.in(scene.own->text)) return std::nullopt;
  for (const Around& a : scene.around) {
    if (a.kind != ContextKind::previous_text) continue;
    if (const PeriodMatch* only = only_period(*a.words)) return moved(only->period, -1);
    const std::optional<Period> told = a.words->periods.empty() ? told_from_writing(a.words->text, scene.record->response_date) : std::nullopt;
    return told ? std::optional<Period>(moved(*told, -1)) : std::nullopt;
  }
  return std::nullopt;
}

}  // namespace

bool refers_back(std::string_view text) {
  static const Pattern back("\\b(?:on|at|as (?:at|of)) (?:the same|that|this) (?:date|day|point|time)\\b|\\bsame (?:date|day)\\b");
  return back.in(text);
}

bool follows_other_sentences(const Scene& scene) {
  return std::any_of(scene.around.begin(), scene.around.end(), [](const Around& a) { return a.kind == ContextKind::previous_text; });
}

std::optional<Period> period_referred_to(const Scene& scene) {
  if (const std::optional<Period> answered = from_answers_before(scene)) return answered;
  return moved_from_sentence_before(scene);
}

}  // namespace muster
