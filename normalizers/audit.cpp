#include "normalizers/audit.h"

#include <algorithm>
#include <charconv>
#include <set>

#include "normalizers/contradictions.h"
#include "normalizers/equations.h"
#include "normalizers/vocabulary_tables.h"
#include "schemas/identity.h"

namespace muster {
namespace {

using Observations = std::vector<Observation>;

std::string what_of(const Observation& o) {
  std::string out = o.measure;
  if (!o.team.empty()) out += " of " + o.team;
  if (!o.service.empty()) out += " (" + o.service + ")";
  if (!o.breakdown.empty()) out += " [" + o.breakdown + "]";
  if (!o.period.iso.empty()) out += " for " + o.period.iso;
  return out;
}

Finding finding_about(const Observations& all, const std::vector<size_t>& concerned, std::string kind) {
  Finding f{.kind = std::move(kind), .severity = "warning"};
  for (size_t i : concerned) f.observation_ids.push_back(all[i].observation_id);
  const Observation& first = all[concerned.front()];
  f.table_id = first.table_id;
  f.page = first.place.page;
  return f;
}

std::string_view kind_of(const Equation& e) {
  switch (e.kind) {
    case EquationKind::sum: return "sum_mismatch";
    case EquationKind::rate: return e.is_mean ? "averaged_rates" : "rate_mismatch";
    case EquationKind::whole: return "identity_broken";
    case EquationKind::part: return "subset_exceeded";
    case EquationKind::order: return "order_broken";
    default: return "share_total";
  }
}

std::string message_of(const Equation& e, const std::string& what) {
  const std::string printed = shown(e.printed), computed = shown(e.computed.stated);
  if (e.kind == EquationKind::part) return what + " is " + printed + ", more than the " + computed + " (" + e.formula + ") that it is a part of";
  if (e.kind == EquationKind::order) return what + " is " + printed + ", beside " + computed + ": against " + e.formula;
  if (e.result == no_result) return what + " and the others: " + e.formula + " is " + computed;
  return what + ": " + e.formula + " gives " + computed + ", printed is " + printed;
}

Finding finding_of(const Observations& all, const Equation& e) {
  std::vector<size_t> concerned = e.terms;
  if (e.result != no_result) concerned.insert(concerned.begin(), e.result);
  Finding f = finding_about(all, concerned, std::string(kind_of(e)));
  f.expected = shown(e.kind == EquationKind::shares ? e.printed : e.computed.stated);
  f.found = shown(e.kind == EquationKind::shares ? e.computed.stated : e.printed);
  f.message = message_of(e, what_of(all[concerned.front()]));
  f.explanation = e.explanation;
  return f;
}

std::string place_of(const Observation& o) { return o.table_id.empty() ? "in the text" : "in table " + o.table_id; }

void add_contradictions(const Observations& all, const Vocabulary& vocabulary, std::vector<Finding>& out) {
  for (const Contradiction& c : contradictions_of(all, vocabulary)) {
    const Observation &a = all[c.first], &b = all[c.other];
    Finding f = finding_about(all, {c.first, c.other}, "contradiction");
    f.expected = a.quantity.value;
    f.found = b.quantity.value;
    f.message = what_of(a) + " is " + a.raw + " " + place_of(a) + " and " + b.raw + " " + place_of(b);
    if (c.undated) f.explanation = "the second is said without a date and compared with the latest dated figure";
    out.push_back(std::move(f));
  }
}

// A figure that its measure cannot have.
void add_doubtful_units(const Observations& all, const Vocabulary& vocabulary, std::vector<Finding>& out) {
  const auto& measures = vocabulary.tables().workforce.measures;
  for (size_t i = 0; i < all.size(); ++i) {
    const auto measure = measures.find(all[i].measure);
    const auto value = printed_interval(all[i].quantity.value);
    if (measure == measures.end() || measure->second.most == 0 || !value || value->lo <= measure->second.most) continue;
    Finding f = finding_about(all, {i}, "unit_doubt");
    f.expected = "at most " + shown(measure->second.most);
    f.found = all[i].quantity.value;
    f.message = what_of(all[i]) + " is " + all[i].raw + ", above the " + shown(measure->second.most) + " that it can be";
    f.explanation = "the figure may count something else than the words beside it say";
    out.push_back(std::move(f));
  }
}

std::vector<Equation> equations_of_tables(const Observations& all, const Vocabulary& vocabulary) {
  std::set<std::string> tables;
  for (const Observation& o : all)
    if (!o.table_id.empty()) tables.insert(o.table_id);
  std::vector<Equation> out;
  for (const std::string& table : tables)
    for (Equation& e : equations_of(all, table, vocabulary)) out.push_back(std::move(e));
  return out;
}

// The definition that a rate obeys, where most rates of its table obey it too.
void set_definitions(const std::vector<Equation>& equations, Observations& all) {
  for (const Equation& e : equations)
    if (e.kind == EquationKind::rate && e.holds && e.certain) all[e.result].definition = e.formula;
}

// What a finding doubts in itself: both sides of a contradiction, else the figure that it begins with.
void flag(const std::vector<Finding>& findings, Observations& all) {
  std::set<std::string> doubted;
  for (const Finding& f : findings)
    doubted.insert(f.observation_ids.begin(), f.kind == "contradiction" ? f.observation_ids.end() : std::next(f.observation_ids.begin()));
  for (Observation& o : all)
    if (doubted.contains(o.observation_id)) o.review = "flagged";
}

}  // namespace

std::vector<Finding> audit(const std::string& document_id, Observations& observations, const Vocabulary& vocabulary, const Understanding& understanding) {
  const std::vector<Equation> equations = equations_of_tables(observations, vocabulary);
  set_definitions(equations, observations);
  grade(equations, understanding, vocabulary, observations);
  std::vector<Finding> out;
  for (const Equation& e : equations)
    if (!e.holds && e.certain) out.push_back(finding_of(observations, e));
  add_contradictions(observations, vocabulary, out);
  add_doubtful_units(observations, vocabulary, out);
  std::stable_sort(out.begin(), out.end(), [](const Finding& a, const Finding& b) { return a.kind < b.kind; });
  flag(out, observations);
  for (Finding& f : out) {
    std::string members;
    for (const std::string& id : f.observation_ids) members += id + " ";
    f.finding_id = row_id("f", document_id, 0, f.kind, members);
  }
  return out;
}

}  // namespace muster
