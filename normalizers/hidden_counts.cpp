#include "normalizers/hidden_counts.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "normalizers/hidden_sums.h"

namespace muster {
namespace {

constexpr double narrow_share = 0.5;      // of the stated interval: what is left is then worth telling
constexpr double told_to_within = 0.5;    // a figure that need not be whole is recovered when it is known to half a post
constexpr size_t most_advised = 40;       // more secondary suppressions than this is no advice
constexpr size_t most_candidates = 30;    // of each step, smallest first

using Indices = std::vector<size_t>;

// The observations whose figure is unknown, as unknowns of the constraints.
struct Problem {
  std::vector<Unknown> unknowns;
  std::map<size_t, size_t> unknown_of;  // observation -> unknown
  std::vector<LinearConstraint> constraints;  // one for each sum, in order
};

void add_unknown(Problem& problem, size_t observation, const Unknown& unknown) {
  problem.unknown_of.emplace(observation, problem.unknowns.size());
  problem.unknowns.push_back(unknown);
}

// Parts less total is 0; what is known goes to the other side.
LinearConstraint constraint_of(const Problem& problem, const HiddenFigures& figures, const TableSum& sum) {
  LinearConstraint out{.sum = {0, 0}};
  const auto take = [&](size_t observation, double sign) {
    const auto unknown = problem.unknown_of.find(observation);
    if (unknown != problem.unknown_of.end()) return out.terms.emplace_back(unknown->second, sign), void();
    const Bounds& known = figures.known(observation);
    out.sum = {out.sum.lo - (sign > 0 ? known.hi : -known.lo), out.sum.hi - (sign > 0 ? known.lo : -known.hi)};
  };
  for (const size_t part : sum.parts) take(part, 1);
  take(sum.total, -1);
  return out;
}

Problem problem_of(const HiddenFigures& figures, const Indices& hidden_too) {
  Problem problem;
  for (const size_t i : figures.hidden()) add_unknown(problem, i, {figures.stated(i), figures.is_whole(i)});
  for (const size_t i : hidden_too) add_unknown(problem, i, {Bounds{}, figures.is_whole(i)});
  for (const TableSum& sum : figures.sums()) problem.constraints.push_back(constraint_of(problem, figures, sum));
  return problem;
}

bool is_recovered(const Bounds& found, bool whole) { return found.width() < (whole ? 1 : told_to_within); }

// What the sums tell about the suppressed counts when `hidden_too` are hidden as well.
std::vector<HiddenCount> told(const HiddenFigures& figures, const Indices& hidden_too) {
  const Problem problem = problem_of(figures, hidden_too);
  const Deduction deduction = deduce_bounds(problem.unknowns, problem.constraints);
  std::vector<HiddenCount> out;
  if (deduction.contradictory) return out;
  for (const auto& [observation, unknown] : problem.unknown_of) {
    if (!figures.is_suppressed(observation)) continue;
    HiddenCount count{.observation = observation, .stated = problem.unknowns[unknown].bounds, .found = deduction.bounds[unknown], .sums = deduction.reasons[unknown]};
    count.recovered = !count.sums.empty() && is_recovered(count.found, figures.is_whole(observation)) && !is_recovered(count.stated, figures.is_whole(observation));
    const bool narrowed = std::isfinite(count.stated.hi) && count.found.width() <= narrow_share * count.stated.width();
    if (count.recovered || (narrowed && !count.sums.empty())) out.push_back(std::move(count));
  }
  return out;
}

size_t recovered(const std::vector<HiddenCount>& counts) { return static_cast<size_t>(std::ranges::count_if(counts, &HiddenCount::recovered)); }

// Figures whose hiding could help: those in the sums that give a count away, small ones first, totals last.
Indices candidates(const HiddenFigures& figures, const std::vector<HiddenCount>& counts, const Indices& hidden_too) {
  Indices out;
  const auto add = [&](size_t i) {
    const bool shown = !figures.is_hidden(i) && figures.known(i).hi > 0;  // hiding a zero says that it is small, and gives nothing to hide behind
    if (shown && std::ranges::find(hidden_too, i) == hidden_too.end() && std::ranges::find(out, i) == out.end()) out.push_back(i);
  };
  for (const HiddenCount& count : counts)
    if (count.recovered)
      for (const size_t sum : count.sums) std::ranges::for_each(figures.sums()[sum].parts, add);
  std::ranges::stable_sort(out, {}, [&](size_t i) { return figures.known(i).hi; });
  if (out.size() > most_candidates) out.resize(most_candidates);
  for (const HiddenCount& count : counts)
    if (count.recovered)
      for (const size_t sum : count.sums) add(figures.sums()[sum].total);
  return out;
}

// Step by step the figure whose hiding leaves the fewest counts recovered; the smallest of equals.
void advise(const HiddenFigures& figures, TableDisclosure& out) {
  std::vector<HiddenCount> counts = out.hidden;
  while (recovered(counts) > 0 && out.hide_also.size() < most_advised) {
    size_t best = 0, fewest = SIZE_MAX;
    for (const size_t candidate : candidates(figures, counts, out.hide_also)) {
      out.hide_also.push_back(candidate);
      const size_t left = recovered(told(figures, out.hide_also));
      out.hide_also.pop_back();
      if (left < fewest) best = candidate, fewest = left;
    }
    if (fewest == SIZE_MAX) return;
    out.hide_also.push_back(best);
    counts = told(figures, out.hide_also);
  }
  out.advice_found = recovered(counts) == 0;
}

}  // namespace

bool TableDisclosure::recovers() const { return recovered(hidden) > 0; }

TableDisclosure find_hidden_counts(const std::vector<Observation>& observations, const std::string& table_id, const Vocabulary& vocabulary) {
  const HiddenFigures figures(observations, table_id, vocabulary);
  TableDisclosure out;
  if (figures.sums().empty()) return out;
  out.hidden = told(figures, {});
  out.sums = figures.sums();
  if (out.recovers()) advise(figures, out);
  return out;
}

}  // namespace muster
