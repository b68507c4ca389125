#include "normalizers/hidden_counts.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

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
  std::vector<LinearConstraint> constraints;
  Indices sum_of;  // constraint -> the sum that it says
};

void add_unknown(Problem& problem, size_t observation, const Unknown& unknown) {
  problem.unknown_of.emplace(observation, problem.unknowns.size());
  problem.unknowns.push_back(unknown);
}

Bounds times(double factor, const Bounds& b) {
  const double x = factor * b.lo, y = factor * b.hi;
  return {std::min(x, y), std::max(x, y)};
}

// sum.lo <= factors * figures <= sum.hi, with what is known on the other side.
void add_constraint(Problem& problem, const HiddenFigures& figures, size_t sum, const std::map<size_t, double>& factors, Bounds is) {
  LinearConstraint constraint{.sum = is};
  for (const auto& [observation, factor] : factors) {
    const auto unknown = problem.unknown_of.find(observation);
    if (unknown != problem.unknown_of.end()) {
      constraint.terms.emplace_back(unknown->second, factor);
      continue;
    }
    const Bounds known = times(factor, figures.known(observation));
    constraint.sum = {constraint.sum.lo - known.hi, constraint.sum.hi - known.lo};
  }
  problem.constraints.push_back(std::move(constraint));
  problem.sum_of.push_back(sum);
}

// factor * parts - rate * divisor is 0 for some rate within the printed one's bounds: at most 0 for the highest, at least 0 for the lowest.
void add_rate(Problem& problem, const HiddenFigures& figures, size_t index, const TableSum& rate) {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  const Bounds printed = figures.known(rate.total);
  for (const auto& [value, is] : {std::pair(printed.hi, Bounds{-infinity, 0}), std::pair(printed.lo, Bounds{0, infinity})}) {
    std::map<size_t, double> factors;
    for (const size_t part : rate.parts) factors[part] += rate.factor;
    for (const size_t below : rate.divisor) factors[below] -= value;
    add_constraint(problem, figures, index, factors, is);
  }
}

void add_sum(Problem& problem, const HiddenFigures& figures, size_t index, const TableSum& sum) {
  if (sum.factor != 0) return add_rate(problem, figures, index, sum);
  std::map<size_t, double> factors = {{sum.total, -1}};
  for (const size_t part : sum.parts) factors[part] += 1;
  add_constraint(problem, figures, index, factors, {0, 0});
}

Problem problem_of(const HiddenFigures& figures, const Indices& hidden_too) {
  Problem problem;
  for (const size_t i : figures.hidden()) add_unknown(problem, i, {figures.stated(i), figures.is_whole(i)});
  for (const size_t i : hidden_too) add_unknown(problem, i, {Bounds{}, figures.is_whole(i)});
  for (size_t i = 0; i < figures.sums().size(); ++i) {
    const TableSum& sum = figures.sums()[i];
    const bool rate_is_hidden = sum.factor != 0 && std::ranges::find(hidden_too, sum.total) != hidden_too.end();
    if (!rate_is_hidden) add_sum(problem, figures, i, sum);
  }
  return problem;
}

// The sums behind the constraints, each once.
Indices sums_behind(const Problem& problem, const Indices& constraints) {
  std::set<size_t> sums;
  for (const size_t constraint : constraints) sums.insert(problem.sum_of[constraint]);
  return {sums.begin(), sums.end()};
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
    HiddenCount count{.observation = observation, .stated = problem.unknowns[unknown].bounds, .found = deduction.bounds[unknown], .sums = sums_behind(problem, deduction.reasons[unknown])};
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
      for (const size_t sum : count.sums) {
        std::ranges::for_each(figures.sums()[sum].parts, add);
        std::ranges::for_each(figures.sums()[sum].divisor, add);
      }
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
