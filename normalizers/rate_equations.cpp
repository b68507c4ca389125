#include <algorithm>
#include <set>

#include "normalizers/table_figures.h"

namespace muster {
namespace {

// So many rates must obey a definition before another that does not is a mistake: one or two may fit by chance.
constexpr int least_rates_that_fit = 2;

std::optional<Interval> total_of(const TableFigures& figures, size_t like, const std::vector<std::string>& measures, Equation& e) {
  Interval sum;
  for (const std::string& measure : measures) {
    const size_t part = figures.partner(like, measure);
    const auto interval = part == no_result ? std::nullopt : figures.interval(part);
    if (!interval) return std::nullopt;
    sum = sum + *interval;
    if (std::find(e.terms.begin(), e.terms.end(), part) == e.terms.end()) e.terms.push_back(part);
  }
  return sum;
}

std::optional<Equation> try_rate(const TableFigures& figures, size_t rate, const EquationRule& rule) {
  const auto printed = figures.interval(rate);
  if (!printed) return std::nullopt;
  Equation e{.kind = EquationKind::rate, .result = rate, .rule = rule.name, .formula = rule.words()};
  const auto above = total_of(figures, rate, rule.terms, e), below = above ? total_of(figures, rate, rule.divisor, e) : std::nullopt;
  if (!below || below->lo <= 0) return std::nullopt;
  return closed(std::move(e), rule.factor * (*above / *below), *printed);
}

// The plain mean of the rows, for a total that is not the pooled rate.
bool is_mean_of_rows(const TableFigures& figures, size_t total) {
  const Observation& whole = figures.at(total);
  Interval sum;
  int count = 0;
  for (size_t i : figures.of_measure(whole.measure)) {
    const Observation& part = figures.at(i);
    const auto interval = figures.interval(i);
    if (i == total || !interval || part.col != whole.col || part.period.iso != whole.period.iso || !is_within(part, whole)) continue;
    sum = sum + *interval;
    ++count;
  }
  const auto printed = figures.interval(total);
  return count >= 2 && printed && overlap((1.0 / count) * sum, *printed);
}

// What a row obeys instead, where the others obey `chosen`.
std::string other_definition(const TableFigures& figures, size_t rate, const std::vector<const EquationRule*>& rules, const EquationRule* chosen) {
  for (const EquationRule* rule : rules) {
    const auto e = rule == chosen ? std::nullopt : try_rate(figures, rate, *rule);
    if (e && e->proves_something()) return "it is " + rule->words() + "; the other rows are " + chosen->words();
  }
  return "";
}

struct Fit {
  const EquationRule* rule = nullptr;
  std::vector<Equation> equations;
  int holds = 0, fails = 0;
};

Fit fit_of(const TableFigures& figures, const std::vector<size_t>& rates, const EquationRule& rule) {
  Fit fit{.rule = &rule};
  for (size_t i : rates)
    if (auto e = try_rate(figures, i, rule)) {
      fit.holds += e->proves_something();
      fit.fails += !e->holds;
      fit.equations.push_back(std::move(*e));
    }
  return fit;
}

// The definition that most rates of the table obey; the earlier one where several are equal.
Fit best_fit(const TableFigures& figures, const std::vector<size_t>& rates, const std::vector<const EquationRule*>& rules) {
  Fit best;
  for (const EquationRule* rule : rules) {
    Fit fit = fit_of(figures, rates, *rule);
    if (!fit.equations.empty() && (best.equations.empty() || fit.holds > best.holds)) best = std::move(fit);
  }
  return best;
}

void add_rates_of(const TableFigures& figures, const std::string& measure, const std::vector<const EquationRule*>& rules, std::vector<Equation>& out) {
  Fit fit = best_fit(figures, figures.of_measure(measure), rules);
  const bool certain = fit.holds >= least_rates_that_fit && fit.holds > fit.fails;
  for (Equation& e : fit.equations) {
    e.certain = certain;
    if (!e.holds) {
      e.is_mean = is_mean_of_rows(figures, e.result);
      e.explanation = e.is_mean ? "the total is the plain mean of the rows; pooled it would be " + shown(e.computed.stated)
                                : other_definition(figures, e.result, rules, fit.rule);
    }
    out.push_back(std::move(e));
  }
}

}  // namespace

void add_rates(const TableFigures& figures, const std::vector<EquationRule>& rules, std::vector<Equation>& out) {
  std::set<std::string> done;
  for (const EquationRule& rule : rules) {
    if (rule.kind != EquationKind::rate || !done.insert(rule.result).second) continue;
    std::vector<const EquationRule*> rivals;
    for (const EquationRule& other : rules)
      if (other.kind == EquationKind::rate && other.result == rule.result) rivals.push_back(&other);
    add_rates_of(figures, rule.result, rivals, out);
  }
}

}  // namespace muster
