#include "normalizers/audit.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "normalizers/equations.h"
#include "schemas/identity.h"

namespace muster {
namespace {

using Observations = std::vector<Observation>;

std::string what_of(const Observation& o) {
  std::string out = o.measure;
  if (!o.team.empty()) out += " of " + o.team;
  if (!o.service.empty()) out += " (" + o.service + ")";
  if (!o.period.iso.empty()) out += " for " + o.period.iso;
  return out;
}

Finding finding_about(const Observations& all, const std::vector<size_t>& concerned, std::string kind, std::string severity) {
  Finding f{.kind = std::move(kind), .severity = std::move(severity)};
  for (size_t i : concerned) f.observation_ids.push_back(all[i].observation_id);
  const Observation& first = all[concerned.front()];
  f.table_id = first.table_id;
  f.page = first.place.page;
  return f;
}

std::string_view kind_of(const Equation& e) {
  if (e.kind == EquationKind::sum) return "sum_mismatch";
  if (e.kind == EquationKind::rate) return e.explanation.starts_with("the total is the plain mean") ? "averaged_rates" : "rate_mismatch";
  if (e.kind == EquationKind::identity) return "identity_broken";
  return "share_total";
}

Finding finding_of(const Observations& all, const Equation& e) {
  std::vector<size_t> concerned = e.terms;
  if (e.result != no_result) concerned.insert(concerned.begin(), e.result);
  Finding f = finding_about(all, concerned, std::string(kind_of(e)), "warning");
  f.expected = shown(e.computed.stated);
  f.found = shown(e.printed);
  f.message = what_of(all[concerned.front()]) + ": " + e.formula + " gives " + f.expected + ", printed is " + f.found;
  f.explanation = e.explanation;
  return f;
}

void add_failed_equations(const Observations& all, std::vector<Finding>& out) {
  std::set<std::string> tables;
  for (const Observation& o : all)
    if (!o.table_id.empty()) tables.insert(o.table_id);
  for (const std::string& table : tables)
    for (const Equation& e : equations_of(all, table))
      if (!e.holds) out.push_back(finding_of(all, e));
}

// Everything that makes two figures statements of the same fact, so that different values contradict each other.
std::vector<std::string> fact_key(const Observation& o) {
  return {o.measure, o.unit, o.period.iso, o.area_code, o.service, o.team, o.role, o.grade, o.worker_category, o.breakdown};
}

// Whether one of two values may be a rounding of the other, in either direction or as the words "about" allow.
bool may_agree(const Quantity& a, const Quantity& b) {
  const auto x = printed_interval(a.value), y = printed_interval(b.value);
  if (!x || !y || a.value_upper != b.value_upper) return true;
  if (overlap(*x, *y)) return true;
  if (a.qualifier == "exact" && b.qualifier == "exact") return false;
  constexpr double about_share = 0.05;  // "about 60" is not said of 65.5, but is of 62
  return std::abs(x->stated - y->stated) <= about_share * std::max(x->hi, y->hi);
}

void add_contradictions(const Observations& all, std::vector<Finding>& out) {
  std::map<std::vector<std::string>, std::vector<size_t>> groups;
  for (size_t i = 0; i < all.size(); ++i)
    if (all[i].quantity.status == "reported" && !all[i].period.iso.empty()) groups[fact_key(all[i])].push_back(i);
  for (const auto& [key, members] : groups) {
    const Observation& first = all[members.front()];
    for (size_t i : members) {
      const Observation& other = all[i];
      if (may_agree(first.quantity, other.quantity)) continue;
      Finding f = finding_about(all, {members.front(), i}, "contradiction", "warning");
      f.expected = first.quantity.value;
      f.found = other.quantity.value;
      f.message = what_of(first) + " is said to be " + first.raw + " and " + other.raw;
      out.push_back(std::move(f));
    }
  }
}

}  // namespace

std::vector<Finding> audit(const std::string& document_id, const Observations& observations) {
  std::vector<Finding> out;
  add_failed_equations(observations, out);
  add_contradictions(observations, out);
  std::stable_sort(out.begin(), out.end(), [](const Finding& a, const Finding& b) { return a.kind < b.kind; });
  for (Finding& f : out) {
    std::string members;
    for (const std::string& id : f.observation_ids) members += id + " ";
    f.finding_id = row_id("f", document_id, 0, f.kind, members);
  }
  return out;
}

}  // namespace muster
