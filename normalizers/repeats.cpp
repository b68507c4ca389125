#include "normalizers/repeats.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <set>
#include <string>
#include <tuple>

#include "normalizers/pattern.h"
#include "schemas/text.h"

namespace muster {
namespace {

// Figures with fewer digits agree by chance.
constexpr size_t least_digits_to_match = 3;

// How tell_period says that a date was only found in the words before the sentence.
constexpr std::string_view loose_period_evidence = "period: words before";

size_t digits(const Decimal& value) {
  return static_cast<size_t>(std::count_if(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; }));
}

bool same_value(const Quantity& a, const Quantity& b) {
  if (a.status != b.status || a.value.empty() != b.value.empty() || a.value_upper.empty() != b.value_upper.empty()) return false;
  return std::strtod(a.value.c_str(), nullptr) == std::strtod(b.value.c_str(), nullptr) &&
         std::strtod(a.value_upper.c_str(), nullptr) == std::strtod(b.value_upper.c_str(), nullptr);
}

size_t decimals(const Decimal& value) {
  const size_t point = value.find('.');
  return point == std::string::npos ? 0 : value.size() - point - 1;
}

// "227" says the same as "227.1": the shorter one is the longer one rounded.
bool rounds_to(const Quantity& exact, const Quantity& rounded) {
  if (exact.value.empty() || rounded.value.empty() || !exact.value_upper.empty() || !rounded.value_upper.empty()) return false;
  if (exact.status != rounded.status) return false;
  const double scale = std::pow(10.0, static_cast<double>(decimals(rounded.value)));
  const double e = std::strtod(exact.value.c_str(), nullptr), r = std::strtod(rounded.value.c_str(), nullptr);
  return decimals(exact.value) > decimals(rounded.value) && std::round(e * scale) == std::round(r * scale);
}

auto subject(const Observation& o) { return std::tie(o.area_code, o.service, o.measure); }

// Prose may leave out the service that the table names.
bool same_subject(const Observation& dated, const Observation& prose) {
  return dated.area_code == prose.area_code && dated.measure == prose.measure && (dated.service == prose.service || prose.service.empty());
}

bool units_agree(const Observation& a, const Observation& b) { return a.unit == b.unit || a.unit == "unstated" || b.unit == "unstated"; }

// Prose that says a figure of several digits again for the same time need not name the grade and the kind of workers again.
bool same_fact(const Observation& a, const Observation& b) {
  const bool brief = b.basis != Basis::table && !b.period.iso.empty() && digits(b.quantity.value) >= least_digits_to_match;
  const auto agree = [&](const std::string& first, const std::string& again) { return first == again || (brief && again.empty()); };
  return subject(a) == subject(b) && units_agree(a, b) && a.team == b.team && agree(a.grade, b.grade) && a.breakdown == b.breakdown &&
         agree(a.worker_category, b.worker_category) && a.period.iso == b.period.iso &&
         (same_value(a.quantity, b.quantity) || rounds_to(a.quantity, b.quantity));
}

// Two readings of the same words in the same place have one key.
std::string place_key(const Observation& o) {
  std::string key = std::to_string(o.quote_span.begin) + "/" + std::to_string(o.row) + "/" + std::to_string(o.col);
  for (const std::string& part : {o.raw, o.measure, o.question_number, o.period.iso, o.service, o.team, o.breakdown, o.unit, o.area_code})
    (key += '\x1f') += part;
  return key;
}

// "Not held", "refused": words that stand where a figure was asked for, in running text.
bool is_sentence_of_absence(const Observation& o) {
  return o.table_id.empty() && o.quantity.value.empty() && o.quantity.value_upper.empty();
}

// "period: words before" in the evidence: the date stands in the sentence before.
bool is_undated(const Observation& o) {
  return o.period.iso.empty() || o.evidence.find(loose_period_evidence) != std::string::npos;
}

// "North Vale and Marsh" for the "NV/Marsh" of a table: a word of the name is the same.
bool are_alike(const std::string& a, const std::string& b) {
  constexpr size_t shortest_name = 4;
  const std::string first = folded(a), again = ' ' + folded(b) + ' ';
  for (std::string_view word : split(first, ' '))
    if (word.size() >= shortest_name && again.find(' ' + std::string(word) + ' ') != std::string::npos) return true;
  return false;
}

// The one dated statement of the same figure; null where there is none, or several that disagree.
const Observation* dated_twin(const std::vector<Observation>& observations, const Observation& prose) {
  const Observation* found = nullptr;
  for (const Observation& dated : observations) {
    if (is_undated(dated) || !same_subject(dated, prose) || !units_agree(dated, prose) || !same_value(dated.quantity, prose.quantity)) continue;
    if (found && (found->period.iso != dated.period.iso || found->service != dated.service)) return nullptr;
    if (!found) found = &dated;
  }
  return found;
}

// "rose from 15.4 to 18.0": figures of different times.
bool tells_a_course(const std::string& sentence) {
  static const Pattern pattern("\\b(?:rose|rise[ns]?|fell|fall(?:en|s)?|grew|increased|decreased|dropped|went|from [\\d.,]+)\\b");
  return pattern.in(sentence);
}

// Other undated figures of the sentence are of the same time; a stock takes the day on which a flow's year ends.
void date_siblings(std::vector<Observation>& observations, const Observation& dated, const WorkforceWords& words) {
  if (tells_a_course(dated.quote)) return;
  for (Observation& o : observations) {
    if (o.basis != Basis::narrative || !is_undated(o) || !(o.quote_span == dated.quote_span)) continue;
    const bool stock = words.measures.at(o.measure).kind == "stock", interval = dated.period.iso.find('/') != std::string::npos;
    if (stock != !interval) continue;
    o.period = dated.period;
    o.evidence += "; period: that of the figure beside it";
  }
}

}  // namespace

void date_from_repeats(std::vector<Observation>& observations, const WorkforceWords& words) {
  std::vector<const Observation*> dated;
  for (Observation& prose : observations) {
    if (prose.basis != Basis::narrative || !is_undated(prose) || digits(prose.quantity.value) < least_digits_to_match) continue;
    const Observation* found = dated_twin(observations, prose);
    if (!found) continue;
    prose.period = found->period;
    if (prose.team.empty() || are_alike(prose.team, found->team)) prose.team = found->team;
    if (prose.service.empty()) prose.service = found->service;
    if (const size_t at = prose.evidence.find(loose_period_evidence); at != std::string::npos) prose.evidence.erase(at, loose_period_evidence.size());
    prose.evidence += "; period: the same figure is dated elsewhere in the document";
    dated.push_back(&prose);
  }
  for (const Observation* o : dated) date_siblings(observations, *o, words);
}

void drop_same_place(std::vector<Observation>& observations) {
  std::set<std::string> seen;
  std::erase_if(observations, [&](const Observation& o) {  // one refusal of several parts of a question is one absence
    return is_sentence_of_absence(o) && !seen.insert(std::to_string(o.quote_span.begin) + "/" + o.measure + "/" + o.quantity.status).second;
  });
  std::erase_if(observations, [&](const Observation& o) { return !seen.insert(place_key(o)).second; });
}

void drop_explained_absences(std::vector<Observation>& observations) {
  const auto key = [](const Observation& o) { return o.question_number + '\x1f' + o.measure; };
  std::set<std::string> given, given_for_period;
  for (const Observation& o : observations) {
    if (is_sentence_of_absence(o)) continue;
    given.insert(key(o));
    given_for_period.insert(key(o) + '\x1f' + o.period.iso);
  }
  std::erase_if(observations, [&](const Observation& o) {
    return is_sentence_of_absence(o) && (o.period.iso.empty() ? given.count(key(o)) : given_for_period.count(key(o) + '\x1f' + o.period.iso)) > 0;
  });
}

void mark_repeats(std::vector<Observation>& observations) {
  for (size_t i = 0; i < observations.size(); ++i) {
    if (observations[i].basis == Basis::table) continue;
    for (size_t k = 0; k < observations.size() && observations[i].repeats.empty(); ++k) {
      const bool earlier = k < i || observations[k].basis == Basis::table;
      if (k == i || !earlier || !observations[k].repeats.empty() || !same_fact(observations[k], observations[i])) continue;
      observations[i].repeats = observations[k].observation_id;
    }
  }
}

void drop_repeated_absences(std::vector<Observation>& observations) {
  std::map<std::string, std::string> question_of;
  for (const Observation& o : observations) question_of[o.observation_id] = o.question_number;
  std::erase_if(observations, [&](const Observation& o) {
    return o.basis == Basis::answer && is_sentence_of_absence(o) && !o.repeats.empty() && question_of[o.repeats] == o.question_number;
  });
}

}  // namespace muster
