#include "normalizers/equations.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "schemas/text.h"

namespace muster {
namespace {

using Indices = std::vector<size_t>;

// The observations of one table, with what the builders below ask of them.
class TableFigures {
 public:
  TableFigures(const std::vector<Observation>& all, const std::string& table_id) : all_(all) {
    for (size_t i = 0; i < all.size(); ++i)
      if (all[i].table_id == table_id && all[i].basis == Basis::table) indices_.push_back(i);
  }

  const Indices& indices() const { return indices_; }
  const Observation& at(size_t i) const { return all_[i]; }
  std::optional<Interval> interval(size_t i) const { return interval_of(all_[i].quantity); }

  // The figure that shares everything with `like` but the measure (and unit); no_result when there is none or more than one.
  size_t partner(const Observation& like, std::string_view measure) const {
    size_t found = no_result;
    for (size_t i : indices_) {
      if (all_[i].measure != measure || !same_subject(all_[i], like) || !same_time(all_[i], like)) continue;
      if (found != no_result) return no_result;
      found = i;
    }
    return found;
  }

 private:
  static bool same_subject(const Observation& a, const Observation& b) {
    return std::tie(a.area_code, a.service, a.team, a.grade, a.breakdown) ==
           std::tie(b.area_code, b.service, b.team, b.grade, b.breakdown);
  }
  static bool same_time(const Observation& a, const Observation& b) { return a.period.iso == b.period.iso; }

  const std::vector<Observation>& all_;
  Indices indices_;
};

// Measures whose figures add up over teams and services.
bool is_additive(const Observation& o) {
  static constexpr std::string_view counts[] = {"inpost", "starters", "leavers", "agency", "agency_cover", "vacancy",
                                                "unfilled_vacancy", "establishment", "case_holders", "cases", "agency_spend",
                                                "staff_cost", "newly_qualified", "early_career", "working_days_lost"};
  return std::find(std::begin(counts), std::end(counts), o.measure) != std::end(counts);
}

Equation close(Equation e, const Interval& computed, const Interval& printed) {
  e.computed = computed;
  e.printed = printed.stated;
  e.holds = overlap(computed, printed);
  return e;
}

// Why a sum may fall short: a part that bears no figure, when the gap is another column's figure of that row.
std::string explain_gap(const TableFigures& figures, const Indices& silent, double gap) {
  for (size_t part : silent)
    for (size_t other : figures.indices()) {
      const Observation &a = figures.at(part), &b = figures.at(other);
      const auto interval = figures.interval(other);
      if (other != part && a.team == b.team && a.measure == b.measure && interval && interval->contains(gap))
        return "the gap of " + shown(gap) + " is the figure that " + a.team + " has elsewhere in this table; here its row is printed " + a.raw;
    }
  if (silent.empty()) return "";
  return "the gap of " + shown(gap) + " may be the part printed " + figures.at(silent.front()).raw + " (" + figures.at(silent.front()).team + ")";
}

void add_sum(const TableFigures& figures, const Indices& parts, size_t total, std::vector<Equation>& out) {
  const auto printed = figures.interval(total);
  if (!printed || parts.size() < 2) return;
  Equation e{.kind = EquationKind::sum, .result = total, .formula = "sum of the rows"};
  Interval sum;
  Indices silent;
  for (size_t part : parts) {
    const auto interval = figures.interval(part);
    if (!interval) {
      silent.push_back(part);
      continue;
    }
    sum = sum + *interval;
    e.terms.push_back(part);
  }
  if (e.terms.size() < 2) return;
  e = close(std::move(e), sum, *printed);
  if (!e.holds) e.explanation = explain_gap(figures, silent, printed->stated - sum.stated);
  out.push_back(std::move(e));
}

// Figures that differ in team alone; the one without a team is their total.
void add_sums_over_teams(const TableFigures& figures, std::vector<Equation>& out) {
  std::map<std::vector<std::string>, Indices> groups;
  for (size_t i : figures.indices()) {
    const Observation& o = figures.at(i);
    if (is_additive(o))
      groups[{o.measure, o.unit, o.period.iso, o.area_code, o.service, o.role, o.grade, o.worker_category, o.breakdown}].push_back(i);
  }
  for (const auto& [key, members] : groups) {
    Indices parts, totals;
    for (size_t i : members) (figures.at(i).team.empty() ? totals : parts).push_back(i);
    if (totals.size() == 1) add_sum(figures, parts, totals.front(), out);
  }
}

struct RateRule {
  std::string_view rate, numerator;
  std::vector<std::string_view> denominator;  // added together
  std::string_view formula;
};

// Definitions that councils are known to use; which of them fits is inferred from the figures.
const std::vector<RateRule>& rate_rules() {
  static const std::vector<RateRule> rules = {
      {"vacancy_rate", "vacancy", {"establishment"}, "vacancy / establishment"},
      {"vacancy_rate", "vacancy", {"vacancy", "inpost"}, "vacancy / (vacancy + in post)"},
      {"agency_rate", "agency", {"agency", "inpost"}, "agency / (agency + in post)"},
      {"agency_rate", "agency", {"establishment"}, "agency / establishment"},
      {"turnover_rate", "leavers", {"inpost"}, "leavers / in post"},
      {"vacancy_agency_cover_rate", "agency_cover", {"vacancy"}, "agency cover / vacancy"},
  };
  return rules;
}

std::optional<Equation> try_rate(const TableFigures& figures, size_t rate, const RateRule& rule) {
  const Observation& o = figures.at(rate);
  const auto printed = figures.interval(rate);
  const size_t numerator = figures.partner(o, rule.numerator);
  if (!printed || numerator == no_result) return std::nullopt;
  Equation e{.kind = EquationKind::rate, .terms = {numerator}, .result = rate, .formula = std::string(rule.formula)};
  Interval below;
  for (std::string_view measure : rule.denominator) {
    const size_t part = figures.partner(o, measure);
    const auto interval = part == no_result ? std::nullopt : figures.interval(part);
    if (!interval) return std::nullopt;
    below = below + *interval;
    if (part != numerator) e.terms.push_back(part);
  }
  const auto above = figures.interval(numerator);
  if (!above || below.lo <= 0) return std::nullopt;
  return close(std::move(e), 100 * (*above / below), *printed);
}

// The plain mean of the teams' rates, for a total that is not the pooled rate.
std::string explain_mean(const TableFigures& figures, size_t total, double pooled) {
  const Observation& o = figures.at(total);
  Interval sum;
  int count = 0;
  for (size_t i : figures.indices()) {
    const Observation& part = figures.at(i);
    const auto interval = figures.interval(i);
    if (i == total || part.measure != o.measure || part.period.iso != o.period.iso || part.service != o.service || part.team.empty() || !interval)
      continue;
    sum = sum + *interval;
    ++count;
  }
  const auto printed = figures.interval(total);
  if (count < 2 || !o.team.empty() || !printed || !overlap((1.0 / count) * sum, *printed)) return "";
  return "the total is the plain mean of the rows; pooled it would be " + shown(pooled);
}

// One equation for each rate: the first definition that holds, else the first for which there are figures.
void add_rates(const TableFigures& figures, std::vector<Equation>& out) {
  for (size_t i : figures.indices()) {
    std::optional<Equation> best;
    for (const RateRule& rule : rate_rules()) {
      if (figures.at(i).measure != rule.rate || (best && best->holds)) continue;
      std::optional<Equation> e = try_rate(figures, i, rule);
      if (e && (!best || e->holds)) best = std::move(e);
    }
    if (!best) continue;
    if (!best->holds) best->explanation = explain_mean(figures, i, best->computed.stated);
    out.push_back(std::move(*best));
  }
}

void add_identities(const TableFigures& figures, std::vector<Equation>& out) {
  for (size_t i : figures.indices()) {
    const Observation& o = figures.at(i);
    if (o.measure != "establishment") continue;
    const size_t inpost = figures.partner(o, "inpost"), vacancy = figures.partner(o, "vacancy");
    if (inpost == no_result || vacancy == no_result || o.unit != figures.at(inpost).unit) continue;
    const auto a = figures.interval(inpost), b = figures.interval(vacancy), whole = figures.interval(i);
    if (!a || !b || !whole) continue;
    Equation e{.kind = EquationKind::identity, .terms = {inpost, vacancy}, .result = i, .formula = "in post + vacancy = establishment"};
    out.push_back(close(std::move(e), *a + *b, *whole));
  }
}

// Shares by length of service: together 100, in the order of the table.
void add_shares(const TableFigures& figures, std::vector<Equation>& out) {
  std::map<std::vector<std::string>, Indices> groups;
  for (size_t i : figures.indices()) {
    const Observation& o = figures.at(i);
    if (o.measure == "service_length_share" && !o.breakdown.empty()) groups[{o.area_code, o.service, o.role, o.period.iso}].push_back(i);
  }
  for (const auto& [key, members] : groups) {
    Interval sum;
    Equation e{.kind = EquationKind::share, .result = no_result, .formula = "shares of the whole"};
    for (size_t i : members)
      if (const auto interval = figures.interval(i)) {
        sum = sum + *interval;
        e.terms.push_back(i);
      }
    if (e.terms.size() >= 3 && e.terms.size() == members.size()) out.push_back(close(std::move(e), sum, {100, 100, 100}));
  }
}

}  // namespace

std::vector<Equation> equations_of(const std::vector<Observation>& observations, const std::string& table_id) {
  const TableFigures figures(observations, table_id);
  std::vector<Equation> out;
  add_sums_over_teams(figures, out);
  add_rates(figures, out);
  add_identities(figures, out);
  add_shares(figures, out);
  return out;
}

}  // namespace muster
