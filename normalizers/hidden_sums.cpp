#include "normalizers/hidden_sums.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "normalizers/equations.h"
#include "normalizers/vocabulary_tables.h"

namespace muster {
namespace {

using Indices = std::vector<size_t>;

constexpr double told_bound = 1e9;         // above any count of people: stands for "any number" in the search for sums
constexpr double roundings[] = {10, 5};    // what councils round small tables to, the coarser first
constexpr size_t least_rounded = 5;        // figures that are all multiples of 5 by chance: one table in 3,000
constexpr int least_rates_that_fit = 2;    // rows that obey a rate's definition before it is used on another: one may fit by chance
constexpr double narrow_bounds = 10;       // a sum over "fewer than 5" or 10 that fits is evidence; over any number it is none

bool is_count(const Observation& o) { return o.unit == "fte" || o.unit == "headcount" || o.unit == "count" || o.unit == "unstated"; }

bool is_integral(const Observation& o) { return o.quantity.value.find('.') == Decimal::npos; }

// Printed as a figure, or standing for none.
std::optional<Interval> told_interval(const Observation& o) {
  if (o.quantity.status == "not_applicable") return Interval{};
  if (o.quantity.status == "suppressed") return std::nullopt;
  return interval_of(o.quantity);
}

// The same table with any number in the place of every hidden one, so that sums over them are found too.
std::vector<Observation> with_any_number(std::vector<Observation> observations) {
  for (Observation& o : observations) {
    const bool bounded = o.quantity.status == "suppressed" && interval_of(o.quantity);
    if (o.quantity.status == "not_applicable") o.quantity = {.value = "0", .qualifier = "exact", .status = "reported"};
    else if (!bounded && !told_interval(o))
      o.quantity = {.value = "0", .value_upper = std::to_string(static_cast<long long>(told_bound)), .qualifier = "range", .status = "suppressed"};
  }
  return observations;
}

bool is_down(const TableSum& sum) { return sum.formula == "sum of the rows"; }
bool is_across(const TableSum& sum) { return sum.formula == "sum of the columns"; }

// Parts that follow one another with the total beside them: no line between went unread.
bool stand_together(const std::vector<Observation>& observations, const TableSum& sum) {
  if (!is_down(sum) && !is_across(sum)) return true;
  const auto place = [&](size_t i) { return is_down(sum) ? observations[i].row : observations[i].col; };
  std::set<int> places;
  for (const size_t part : sum.parts) places.insert(place(part));
  const int at = place(sum.total);
  return *places.begin() >= 0 && *places.rbegin() - *places.begin() + 1 == static_cast<int>(sum.parts.size()) && places.size() == sum.parts.size() &&
         (at == *places.rbegin() + 1 || at == *places.begin() - 1);
}

// Dimensions that a whole and its parts share, for those that are told apart by one alone.
std::vector<std::string> group_key(const Observation& o, bool by_service) {
  return {o.measure, o.unit, o.area_code, o.team, o.role, o.grade, o.breakdown, o.period.iso, by_service ? o.worker_category : o.service};
}

}  // namespace

HiddenFigures::HiddenFigures(const std::vector<Observation>& observations, const std::string& table_id, const Vocabulary& vocabulary)
    : observations_(observations), table_id_(table_id) {
  for (size_t i = 0; i < observations.size(); ++i)
    if (observations[i].table_id == table_id && observations[i].basis != Basis::derived && is_count(observations[i]) && observations[i].repeats.empty())
      indices_.push_back(i);
  tell_known();
  if (std::ranges::none_of(hidden_, [&](size_t i) { return is_suppressed(i); })) return;
  add_sums_of_groups();
  if (!table_id.empty()) {
    const std::vector<Equation> equations = equations_of(with_any_number(observations_), table_id_, vocabulary);
    add_sums_of_table(equations);
    add_rates_of_table(equations, vocabulary.tables().equations);
  }
  widen_rounded();
}

bool HiddenFigures::is_hidden(size_t i) const { return std::ranges::find(hidden_, i) != hidden_.end(); }

// Full-time equivalents may be any number; a unit that is not stated is counted in whole numbers when all its figures are whole.
bool HiddenFigures::is_whole(size_t i) const {
  const Observation& o = observations_[i];
  if (o.unit == "headcount" || o.unit == "count") return true;
  return o.unit == "unstated" && std::ranges::all_of(indices_, [&](size_t k) { return observations_[k].unit != o.unit || is_integral(observations_[k]); });
}

Bounds HiddenFigures::stated(size_t i) const {
  const auto bounds = is_suppressed(i) ? interval_of(observations_[i].quantity) : std::nullopt;
  return bounds ? Bounds{bounds->lo, bounds->hi} : Bounds{};
}

void HiddenFigures::tell_known() {
  for (const size_t i : indices_) {
    const auto told = told_interval(observations_[i]);
    if (!told) hidden_.push_back(i);
    else if (is_whole(i)) known_[i] = {told->stated, told->stated};
    else known_[i] = {std::max(0.0, told->lo), told->hi};
  }
}

// Whether some numbers within the bounds obey the sum.
bool HiddenFigures::may_hold(const TableSum& sum) const {
  const auto bounds = [&](size_t i) { return is_hidden(i) ? stated(i) : known(i); };
  Bounds parts{0, 0};
  for (const size_t i : sum.parts) parts = {parts.lo + bounds(i).lo, parts.hi + bounds(i).hi};
  const Bounds total = bounds(sum.total);
  constexpr double slack = 1e-6;  // sums of decimals
  return parts.lo <= total.hi + slack && total.lo <= parts.hi + slack;
}

// That these are all parts of the total: hidden figures with narrow bounds fit it, or another line of the same total, with every figure told, holds.
bool HiddenFigures::is_shown_to_be_a_sum(const TableSum& sum, const std::vector<TableSum>& complete) const {
  const auto line = [&](const TableSum& s) { return is_down(s) ? observations_[s.total].row : observations_[s.total].col; };
  if (std::ranges::any_of(complete, [&](const TableSum& s) { return s.formula == sum.formula && ((!is_down(s) && !is_across(s)) || line(s) == line(sum)); })) return true;
  if (is_hidden(sum.total)) return false;
  return std::ranges::all_of(sum.parts, [&](size_t i) { return !is_hidden(i) || stated(i).width() <= narrow_bounds; });
}

void HiddenFigures::add(TableSum sum) {
  std::ranges::sort(sum.parts);
  const bool twice = std::ranges::any_of(sums_, [&](const TableSum& s) { return s.total == sum.total && s.parts == sum.parts; });
  if (!twice) sums_.push_back(std::move(sum));
}

void HiddenFigures::add_sums_of_table(const std::vector<Equation>& equations) {
  std::vector<TableSum> complete, open;
  for (const Equation& e : equations) {
    if (e.kind != EquationKind::sum && e.kind != EquationKind::whole) continue;
    TableSum sum{.parts = e.terms, .total = e.result, .formula = e.formula};
    Indices all = e.terms;
    all.push_back(e.result);
    if (!std::ranges::all_of(all, [&](size_t i) { return is_hidden(i) || known_.contains(i); })) continue;
    if (!stand_together(observations_, sum) || !may_hold(sum)) continue;
    const bool has_hidden = std::ranges::any_of(all, [&](size_t i) { return is_hidden(i); });
    const bool proves = known_.contains(sum.total) && known_.at(sum.total).lo > 0;  // 0 is the sum of zeros whatever stands there
    if (has_hidden) open.push_back(std::move(sum));
    else if (proves) complete.push_back(std::move(sum));
  }
  for (TableSum& sum : open)
    if (is_shown_to_be_a_sum(sum, complete)) add(std::move(sum));
  for (TableSum& sum : complete) add(std::move(sum));
}

// A definition counts where the rates of rows with every figure told show it; which of several it is, equations_of has found out.
void HiddenFigures::add_rates_of_table(const std::vector<Equation>& equations, const std::vector<EquationRule>& rules) {
  std::map<std::string, std::pair<int, int>> shown;  // rule -> holds, fails
  const auto is_told = [&](size_t i) { return known_.contains(i); };
  for (const Equation& e : equations) {
    if (e.kind != EquationKind::rate || !std::ranges::all_of(e.terms, is_told)) continue;
    shown[e.rule].first += e.proves_something();
    shown[e.rule].second += !e.holds;
  }
  for (const Equation& e : equations) {
    const auto rule = std::ranges::find(rules, e.rule, &EquationRule::name);
    const auto printed = interval_of(observations_[e.result].quantity);
    if (e.kind != EquationKind::rate || rule == rules.end() || !printed || observations_[e.result].quantity.status != "reported") continue;
    const bool has_hidden = std::ranges::any_of(e.terms, [&](size_t i) { return is_hidden(i); });
    const bool all_ours = std::ranges::all_of(e.terms, [&](size_t i) { return is_hidden(i) || is_told(i); });
    if (!has_hidden || !all_ours || shown[e.rule].first < least_rates_that_fit || shown[e.rule].second > 0) continue;
    TableSum rate{.total = e.result, .formula = rule->words(), .factor = rule->factor};
    for (const size_t term : e.terms) {
      if (std::ranges::find(rule->terms, observations_[term].measure) != rule->terms.end()) rate.parts.push_back(term);
      if (std::ranges::find(rule->divisor, observations_[term].measure) != rule->divisor.end()) rate.divisor.push_back(term);
    }
    known_.emplace(e.result, Bounds{std::max(0.0, printed->lo), printed->hi});
    sums_.push_back(std::move(rate));
  }
}

// By what the groups mean: both services are children's and adults', all workers are employed and agency.
void HiddenFigures::add_sums_of_groups() {
  const struct {
    std::string Observation::*dimension;
    const char* whole;
    std::vector<std::string> parts;
    bool by_service;
  } kinds[] = {{&Observation::service, "all", {"adults", "children"}, true}, {&Observation::worker_category, "all", {"agency", "employed"}, false}};
  for (const auto& kind : kinds) {
    std::map<std::vector<std::string>, std::map<std::string, Indices>> groups;
    for (const size_t i : indices_) groups[group_key(observations_[i], kind.by_service)][observations_[i].*kind.dimension].push_back(i);
    for (auto& [key, by_value] : groups) {
      if (by_value[kind.whole].size() != 1 || by_value[kind.parts[0]].size() != 1 || by_value[kind.parts[1]].size() != 1) continue;
      TableSum sum{.parts = {by_value[kind.parts[0]][0], by_value[kind.parts[1]][0]}, .total = by_value[kind.whole][0],
                   .formula = kind.parts[0] + " + " + kind.parts[1]};
      if (may_hold(sum)) add(std::move(sum));
    }
  }
}

// Where every count of a unit is a multiple of 5 or 10 the table was rounded, and each figure stands for all that round to it.
void HiddenFigures::widen_rounded() {
  for (const double base : roundings) {
    std::map<std::string, Indices> by_unit;
    for (const auto& [i, bounds] : known_)
      if (bounds.hi > 0) by_unit[observations_[i].unit].push_back(i);
    for (const auto& [unit, figures] : by_unit) {
      const bool rounded = figures.size() >= least_rounded && std::ranges::all_of(figures, [&](size_t i) {
        return is_integral(observations_[i]) && known_[i].width() < base && std::fmod(std::round(told_interval(observations_[i])->stated), base) == 0;
      });
      if (!rounded) continue;
      for (const size_t i : figures) known_[i] = {std::max(0.0, known_[i].lo - base / 2), known_[i].hi + base / 2};
    }
  }
}

}  // namespace muster
