#include "normalizers/contradictions.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "normalizers/interval.h"
#include "normalizers/table_figures.h"
#include "normalizers/vocabulary_tables.h"

namespace muster {
namespace {

using Key = std::vector<std::string>;
using Indices = std::vector<size_t>;

// "about 60" is not said of 65.5, but is of 62.
constexpr double about_share = 0.05;
// Statements of one fact differ by a slip or by their date; what lies further apart is nearly always about other people.
constexpr double most_difference_share = 0.25;
// A group so large is a list whose dimensions were not read.
constexpr size_t most_statements = 12;

Key fact_key(const Observation& o) {
  return {o.measure, o.unit, o.period.iso, o.area_code, o.service, o.team, o.role, o.grade, o.worker_category, o.breakdown};
}

bool is_reported(const Observation& o) { return o.quantity.status == "reported" && !o.quantity.value.empty(); }

bool close_together(const Quantity& a, const Quantity& b) {
  const auto x = printed_interval(a.value), y = printed_interval(b.value);
  return x && y && std::abs(x->stated - y->stated) <= most_difference_share * std::max(x->stated, y->stated);
}

// The day of the latest stock of the document: what "currently" means when a paper was written from it.
std::string latest_day(const std::vector<Observation>& all, const WorkforceWords& words) {
  std::string latest;
  for (const Observation& o : all) {
    const auto measure = words.measures.find(o.measure);
    if (measure != words.measures.end() && measure->second.kind == "stock" && o.period.kind == "instant" && is_reported(o) && o.basis == Basis::table)
      latest = std::max(latest, o.period.iso);
  }
  return latest;
}

// "excluding Starting Point", "of whom", "only": words that narrow whom a figure is about.
bool is_narrowed(const Observation& o, const WorkforceWords& words) {
  return o.basis != Basis::table && std::any_of(words.narrowing_words.begin(), words.narrowing_words.end(), [&](const WordRule& rule) { return rule.pattern.in(o.quote); });
}

struct Statements {
  const std::vector<Observation>& all;
  const WorkforceWords& words;
  std::string latest;

  bool is_now(const Observation& o) const {
    return o.period.iso.empty() && o.basis == Basis::narrative && words.measures.at(o.measure).kind == "stock";
  }
  // People of one kind may be named more or less fully; everything else must agree.
  Key key(const Observation& o) const {
    return {o.measure, unit_family(o.unit), is_now(o) ? latest : o.period.iso, o.area_code, o.service, o.team, without_counting(o.breakdown)};
  }
};

bool agree_or_silent(const std::string& a, const std::string& b) { return a == b || a.empty() || b.empty(); }

// "social worker" and "child protection social worker": one names the people more fully.
bool roles_agree(const std::string& a, const std::string& b) { return a.find(b) != std::string::npos || b.find(a) != std::string::npos; }

bool units_agree(const std::string& a, const std::string& b) { return a == b || a == "unstated" || b == "unstated"; }

bool stand_apart(const Observation& a, const Observation& b) {
  return !(a.basis == Basis::table && a.table_id == b.table_id) && !(a.quote_span == b.quote_span) && (a.question_number.empty() || a.question_number != b.question_number);
}

// Members of one place that differ among themselves: what parts them was not read.
bool differs_in_its_place(const Statements& s, const Indices& members, size_t i) {
  return std::any_of(members.begin(), members.end(), [&](size_t k) { return k != i && !stand_apart(s.all[i], s.all[k]) && !may_agree(s.all[i], s.all[k]); });
}

bool contradict(const Observation& a, const Observation& b) {
  return stand_apart(a, b) && !may_agree(a, b) && close_together(a.quantity, b.quantity) && units_agree(a.unit, b.unit) &&
         roles_agree(a.role, b.role) && agree_or_silent(a.grade, b.grade) && agree_or_silent(a.worker_category, b.worker_category);
}

void compare(const Statements& s, const Indices& members, std::vector<Contradiction>& out) {
  if (members.size() < 2 || members.size() > most_statements) return;
  Indices sure;
  for (size_t i : members)
    if (!differs_in_its_place(s, members, i) && !is_narrowed(s.all[i], s.words)) sure.push_back(i);
  std::stable_sort(sure.begin(), sure.end(), [&](size_t a, size_t b) {
    return std::pair(s.is_now(s.all[a]), s.all[a].basis) < std::pair(s.is_now(s.all[b]), s.all[b].basis);
  });
  for (size_t k = 1; k < sure.size(); ++k)
    if (contradict(s.all[sure[0]], s.all[sure[k]])) out.push_back({sure[0], sure[k], s.is_now(s.all[sure[k]])});
}

}  // namespace

bool may_agree(const Observation& a, const Observation& b) {
  const auto x = printed_interval(a.quantity.value, a.raw), y = printed_interval(b.quantity.value, b.raw);
  if (!x || !y || a.quantity.value_upper != b.quantity.value_upper) return true;
  if (overlap(*x, *y)) return true;
  if (a.quantity.qualifier == "exact" && b.quantity.qualifier == "exact") return false;
  return std::abs(x->stated - y->stated) <= about_share * std::max(x->stated, y->stated);
}

std::vector<bool> indistinct(const std::vector<Observation>& observations) {
  std::vector<bool> out(observations.size(), false);
  std::map<Key, Indices> groups;
  for (size_t i = 0; i < observations.size(); ++i)
    if (is_reported(observations[i])) groups[fact_key(observations[i])].push_back(i);
  for (const auto& [key, members] : groups) {
    const Observation& first = observations[members.front()];
    if (std::all_of(members.begin(), members.end(), [&](size_t i) { return may_agree(first, observations[i]); })) continue;
    for (size_t i : members) out[i] = true;
  }
  return out;
}

std::vector<Contradiction> contradictions_of(const std::vector<Observation>& observations, const Vocabulary& vocabulary) {
  const WorkforceWords& words = vocabulary.tables().workforce;
  const Statements s{observations, words, latest_day(observations, words)};
  std::map<Key, Indices> groups;
  for (size_t i = 0; i < observations.size(); ++i) {
    const Observation& o = observations[i];
    if (is_reported(o) && (!o.period.iso.empty() || (s.is_now(o) && !s.latest.empty()))) groups[s.key(o)].push_back(i);
  }
  std::vector<Contradiction> out;
  for (const auto& [key, members] : groups) compare(s, members, out);
  std::sort(out.begin(), out.end(), [](const Contradiction& a, const Contradiction& b) { return std::pair(a.first, a.other) < std::pair(b.first, b.other); });
  return out;
}

}  // namespace muster
