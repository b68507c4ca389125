#include "normalizers/equations.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "normalizers/table_figures.h"
#include "normalizers/vocabulary_tables.h"
#include "schemas/text.h"

namespace muster {
namespace {

using Indices = std::vector<size_t>;

// So many instances of one relation must hold in a table before one that fails is a mistake and not another meaning.
constexpr int least_that_hold = 2;
// Shares that miss their whole by more than this lack a row.
constexpr double most_missing_of_shares = 10;
constexpr size_t least_members_of_a_split = 3;

bool same_unit(const Observation& a, const Observation& b) { return a.unit == b.unit; }

// A failure is certain where the relation holds elsewhere in the table, more often than it fails.
void judge_by_majority(std::vector<Equation>& equations, size_t first) {
  int holds = 0, fails = 0;
  for (size_t i = first; i < equations.size(); ++i) {
    holds += equations[i].proves_something();
    fails += !equations[i].holds;
  }
  for (size_t i = first; i < equations.size(); ++i) equations[i].certain = holds >= least_that_hold && holds > fails;
}

std::optional<Equation> try_whole(const TableFigures& figures, size_t result, const EquationRule& rule) {
  Equation e{.kind = rule.kind, .result = result, .rule = rule.name, .formula = rule.words()};
  Interval sum;
  for (const std::string& measure : rule.terms) {
    const size_t part = figures.partner(result, measure);
    const auto interval = part == no_result ? std::nullopt : figures.interval(part);
    if (!interval || !same_unit(figures.at(part), figures.at(result))) return std::nullopt;
    sum = sum + *interval;
    e.terms.push_back(part);
  }
  const auto printed = figures.interval(result);
  if (!printed) return std::nullopt;
  e = closed(std::move(e), sum, *printed);
  if (rule.kind == EquationKind::part) e.holds = printed->lo <= sum.hi;
  return e;
}

// The members of a split in the table's order, for each group of people and time.
std::vector<Indices> groups_over(const TableFigures& figures, const EquationRule& rule) {
  std::map<std::vector<std::string>, Indices> groups;
  for (size_t i : figures.of_measure(rule.result)) {
    const Observation& o = figures.at(i);
    if (!split_value(o.breakdown, rule.split).empty())
      groups[{o.area_code, o.service, o.team, o.role, o.grade, o.unit, o.period.iso}].push_back(i);
  }
  std::vector<Indices> out;
  for (const auto& [key, members] : groups)
    if (members.size() >= least_members_of_a_split) out.push_back(members);
  return out;
}

std::optional<Equation> try_shares(const TableFigures& figures, const Indices& members, const EquationRule& rule) {
  Interval sum;
  Equation e{.kind = EquationKind::shares, .terms = members, .rule = rule.name, .formula = "sum of the shares"};
  for (size_t i : members) {
    const auto interval = figures.interval(i);
    if (!interval) return std::nullopt;
    sum = sum + *interval;
  }
  e = closed(std::move(e), sum, {rule.factor, rule.factor, rule.factor});
  e.certain = std::abs(sum.stated - rule.factor) <= most_missing_of_shares;
  if (!e.holds) e.explanation = "the shares are " + shown(std::abs(sum.stated - rule.factor)) + (sum.stated < rule.factor ? " less" : " more") + " than the whole";
  return e;
}

// Each running total is the one before and the share of its own row.
void add_running(const TableFigures& figures, const Indices& members, const EquationRule& rule, std::vector<Equation>& out) {
  std::optional<Interval> before = Interval{};
  for (size_t i : members) {
    const size_t share = figures.partner(i, rule.terms.front());
    const auto printed = figures.interval(i), step = share == no_result ? std::nullopt : figures.interval(share);
    if (before && printed && step) {
      Equation e{.kind = EquationKind::running, .terms = {share}, .result = i, .rule = rule.name, .formula = "the running total"};
      out.push_back(closed(std::move(e), *before + *step, *printed));
      if (!out.back().holds && out.back().printed < before->stated) out.back().explanation = "a running total cannot fall below the " + shown(before->stated) + " before it";
    }
    before = printed;
  }
}

std::optional<double> number_of(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

void add_order(const TableFigures& figures, const Indices& members, const EquationRule& rule, std::vector<Equation>& out) {
  for (size_t k = 1; k < members.size(); ++k) {
    const size_t a = members[k - 1], b = members[k];
    const auto from = number_of(split_value(figures.at(a).breakdown, rule.split)), to = number_of(split_value(figures.at(b).breakdown, rule.split));
    const auto x = figures.interval(a), y = figures.interval(b);
    if (!from || !to || !x || !y || *from == *to) continue;
    Equation e{.kind = EquationKind::order, .terms = {a}, .result = b, .rule = rule.name, .formula = "the order of " + rule.split};
    e = closed(std::move(e), *x, *y);
    e.holds = (*from < *to) == (x->stated < y->stated) || x->stated == y->stated;
    out.push_back(std::move(e));
  }
}

}  // namespace

void add_wholes_and_parts(const TableFigures& figures, const EquationRule& rule, std::vector<Equation>& out) {
  const size_t first = out.size();
  for (size_t i : figures.of_measure(rule.result))
    if (auto e = try_whole(figures, i, rule)) out.push_back(std::move(*e));
  judge_by_majority(out, first);
}

void add_over_split(const TableFigures& figures, const EquationRule& rule, std::vector<Equation>& out) {
  for (const Indices& members : groups_over(figures, rule)) {
    const size_t first = out.size();
    if (rule.kind == EquationKind::shares) {
      if (auto e = try_shares(figures, members, rule)) out.push_back(std::move(*e));
      continue;
    }
    rule.kind == EquationKind::running ? add_running(figures, members, rule, out) : add_order(figures, members, rule, out);
    judge_by_majority(out, first);
  }
}

std::vector<Equation> equations_of(const std::vector<Observation>& observations, const std::string& table_id, const Vocabulary& vocabulary) {
  const std::vector<EquationRule>& rules = vocabulary.tables().equations;
  const TableFigures figures(observations, table_id, vocabulary.tables().workforce);
  std::vector<Equation> out;
  add_sums(figures, out);
  add_rates(figures, rules, out);
  for (const EquationRule& rule : rules) {
    if (rule.kind == EquationKind::whole || rule.kind == EquationKind::part) add_wholes_and_parts(figures, rule, out);
    else if (!rule.split.empty()) add_over_split(figures, rule, out);
  }
  return out;
}

}  // namespace muster
