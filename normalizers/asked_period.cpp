#include "normalizers/asked_period.h"

#include <algorithm>

#include "normalizers/pattern.h"
#include "normalizers/quantity.h"
#include "normalizers/year_end.h"

namespace muster {
namespace {

// One answer to a question on a stretch of years may count two things ("590 applications, 98 starters"), hardly more.
constexpr size_t most_parts_of_a_whole = 2;

}  // namespace

bool spans_years(const Period& period) {
  const size_t slash = period.iso.find('/');
  if (slash == std::string::npos) return false;
  const Period first_year = moved({period.iso.substr(0, slash)}, 1);
  return period.iso.substr(slash + 1) == ".." || first_year.iso < period.iso.substr(slash + 1, first_year.iso.size());
}

bool is_asked_as_a_whole(const Scene& scene, const Measure& measure, const Period& asked) {
  if (scene.figures > 1 || scene.candidate->exchange < 0 || (scene.in_table() && measure.kind != "flow")) return false;
  static const Pattern piecewise("\\b(?:each|every|per|by|individual) (?:\\w+ )?(?:years?|months?|quarters?)\\b|\\bannual(?:ly)?\\b|\\bmonthly\\b|\\byear[- ](?:by|on)[- ]year\\b");
  const std::string& answer = scene.outline->exchanges[static_cast<size_t>(scene.candidate->exchange)].answer;
  const bool open = asked.iso.ends_with("/..");
  const Exchange& exchange = scene.outline->exchanges[static_cast<size_t>(scene.candidate->exchange)];
  if (piecewise.in(exchange.question) || piecewise.in(exchange.parent_question)) return false;
  if (scene.in_table()) return true;  // the labels of its cells have been asked before
  return find_periods(answer).empty() && (open || find_quantities(answer).size() <= most_parts_of_a_whole);
}

const PeriodMatch* nth_period(const Scene& scene, const Around& a) {
  const auto& periods = a.words->periods;
  const bool bare = a.kind == ContextKind::question && !scene.in_table() && scene.figures > 1 && scene.own_unknown.empty() && scene.own->periods.empty();
  if (!bare || periods.size() != static_cast<size_t>(scene.figures)) return nullptr;
  const bool alike = std::all_of(periods.begin(), periods.end(), [&](const PeriodMatch& p) { return p.period.kind == periods.front().period.kind; });
  return alike ? &periods[static_cast<size_t>(scene.ordinal)] : nullptr;
}

}  // namespace muster
