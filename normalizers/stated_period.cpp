#include "normalizers/stated_period.h"

#include <algorithm>

#include "normalizers/pattern.h"
#include "normalizers/vocabulary_tables.h"
#include "schemas/text.h"

namespace muster {
namespace {

// Longer clauses tell a story.
constexpr size_t longest_clause_bytes = 220;

// The one period of a clause; null where it names none or several.
const PeriodMatch* one_period(const std::vector<PeriodMatch>& periods) {
  const bool one = !periods.empty() && std::all_of(periods.begin(), periods.end(), [&](const PeriodMatch& p) { return p.period.iso == periods.front().period.iso; });
  return one ? &periods.front() : nullptr;
}

bool has_digit(std::string_view text) { return std::any_of(text.begin(), text.end(), is_digit); }

// "The year is", "the reporting period covers": what leads to the stretch.
bool defines_year(std::string_view before) {
  static const Pattern pattern(
      "(?:^|[,:(] ?|\\b(?:here|throughout|below|above|note|note that|that) )\\W*(?:the |our |each )?(?:year|period|twelve months|12 months|reporting (?:year|period)|reference (?:year|period)|time ?frame)"
      "(?: (?:covered|in question|concerned|used|meant|reported(?: on)?|asked (?:for|about)|here|referred to|of (?:the|this|these) (?:data|figures|return|response)))* "
      "(?:is|was|means|meant|runs(?: from)?|covers|taken as|taken is)(?: the| that of| from| of| taken as)*(?: (?:financial|calendar|full) year)?:? ?$");
  return pattern.in(before);
}

bool dates_figures(std::string_view before) {
  static const Pattern pattern(
      "\\b(?:figures?|numbers?|data|information|positions?|table|posts?|staff(?:ing)?|vacanc(?:y|ies)|establishment|head ?counts?|snapshot|counts?|workforce|"
      "pay (?:ranges?|scales?|rates?)|salar(?:y|ies)|caseloads?|answers?|response|matters|everything|all|they|these)\\b[^.;]{0,80}"
      "\\b(?:is|are|was|were|shows?|gives?|relates?|refers?|covers?|describes?|reflects?|stood|taken|counted|correct|accurate|true|valid|based)\\b[^.;]{0,40}$");
  return pattern.in(before);
}

bool tells_event(std::string_view clause) {
  static const Pattern pattern(
      "\\b(?:restructur|introduc|moved?\\b|moving|transfer|creat|publish|receiv|request|agree|approv|implement|chang|start|began|begin|join|left\\b|leav|recruit|clos|"
      "open|due\\b|expect|will\\b|plan|target|next\\b|review|increas|decreas|uplift|award|rose|fell|since|until|previous|last year|compar|not (?:held|available|known)|unavailable)");
  return pattern.in(clause);
}

enum class Standing { none, alike, named };

bool counted_alike(const Measure& a, const Measure& b) {
  return (a.counts_in("people") && b.counts_in("people")) || (a.counts_in("money") && b.counts_in("money"));
}

Standing standing_of(const TextReading& words, const Measure& measure, const Vocabulary& vocabulary) {
  bool any = false, alike = false;
  for (const Mention& m : words.mentions) {
    if (m.kind != MentionKind::measure) continue;
    if (m.code == measure.code) return Standing::named;
    any = true;
    alike = alike || counted_alike(vocabulary.tables().workforce.measures.at(m.code), measure);
  }
  return !any || alike ? Standing::alike : Standing::none;
}

// A day for what is counted on it, a stretch for what happens in it.
bool suits(const Period& period, const Measure& measure) {
  const bool stretch = period.iso.find('/') != std::string::npos;
  if (period.iso.size() == 4) return true;
  return measure.kind == "flow" || measure.kind == "year_rate" ? stretch : !stretch;
}

}  // namespace

bool states_time(std::string_view clause) {
  const std::vector<PeriodMatch> periods = find_periods(clause);
  const PeriodMatch* only = clause.size() <= longest_clause_bytes ? one_period(periods) : nullptr;
  if (!only || periods.size() != 1) return false;
  const std::string_view before = clause.substr(0, only->begin), after = clause.substr(only->end);
  if (has_digit(before) || has_digit(after) || tells_event(clause)) return false;
  return defines_year(before) || dates_figures(before);
}

bool states_time_throughout(std::string_view clause) {
  static const Pattern pattern("\\b(?:unless|throughout|everything|all (?:the )?(?:figures|numbers|data|answers|information)|this (?:response|reply|report|letter)|"
                               "(?:figures|numbers|data|information) (?:in|for) (?:this|all|every|each))\\b|^\\W*(?:please note (?:that )?)?(?:the |these )?(?:figures|data|information|answers)\\b");
  const std::vector<PeriodMatch> periods = find_periods(clause);
  return states_time(clause) && (pattern.in(clause) || defines_year(clause.substr(0, periods.front().begin)));
}

std::optional<StatedPeriod> stated_period(const Scene& scene, const Measure& measure, int farthest) {
  const Around* alike = nullptr;
  const auto told = [](const Around& a) {
    const PeriodMatch* only = one_period(a.words->periods);
    return StatedPeriod{only->period, only->split_year, std::string(name_of(a.kind)) + " that dates figures"};
  };
  for (const Around& a : scene.statements) {
    const PeriodMatch* only = a.distance <= farthest && states_time(a.words->text) ? one_period(a.words->periods) : nullptr;
    if (!only || !suits(only->period, measure)) continue;
    const Standing standing = standing_of(*a.words, measure, *scene.vocabulary);
    if (standing == Standing::named) return told(a);
    if (standing == Standing::alike && !alike) alike = &a;
  }
  return alike ? std::optional(told(*alike)) : std::nullopt;
}

}  // namespace muster
