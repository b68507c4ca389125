#include "normalizers/derive.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <optional>

#include "normalizers/table_figures.h"
#include "normalizers/vocabulary_tables.h"
#include "schemas/identity.h"
#include "schemas/text.h"

namespace muster {
namespace {

constexpr double least_confidence = 0.9;  // of every part

using Subject = std::vector<std::string>;

Subject subject_of(const Observation& o, const std::string& measure, const std::string& unit, const std::string& period) {
  return {measure, unit, o.area_code, o.service, o.team, o.role, o.grade, without_counting(o.breakdown), period};
}

bool is_part(const Observation& o) {
  return o.quantity.status == "reported" && o.quantity.qualifier == "exact" && !o.quantity.value.empty() && o.confidence >= least_confidence &&
         o.repeats.empty() && !o.period.iso.empty() && !o.area_code.empty() && o.unit != "unstated";
}

double number(const Observation& o) { return std::strtod(o.quantity.value.c_str(), nullptr); }

// The parts of one document by whom and when they are about; null where several are.
class Parts {
 public:
  explicit Parts(const std::vector<Observation>& all) {
    for (const Observation& o : all) {
      if (!is_part(o)) continue;
      const auto [place, fresh] = parts_.try_emplace(subject_of(o, o.measure, o.unit, o.period.iso), &o);
      if (!fresh) place->second = nullptr;
    }
  }

  // A stock stands at the last day of a flow's period; what is no people (cases, days) is divided by full-time equivalents.
  const Observation* like(const Observation& first, const std::string& measure) const {
    const size_t slash = first.period.iso.find('/');
    const std::string last_day = slash == std::string::npos ? first.period.iso : first.period.iso.substr(slash + 1);
    const std::string people = unit_family(first.unit) == "people" ? first.unit : "fte";
    for (const std::string& period : {first.period.iso, last_day})
      for (const std::string& unit : {first.unit, people})
        if (const auto found = parts_.find(subject_of(first, measure, unit, period)); found != parts_.end()) return found->second;
    return nullptr;
  }

 private:
  std::map<Subject, const Observation*> parts_;
};

std::optional<double> total_of(const Parts& parts, const Observation& first, const std::vector<std::string>& measures, std::vector<const Observation*>& used) {
  double sum = 0;
  for (const std::string& measure : measures) {
    const Observation* part = parts.like(first, measure);
    if (!part) return std::nullopt;
    sum += number(*part);
    used.push_back(part);
  }
  return sum;
}

std::string one_decimal(double value) {
  const long long tenths = std::llround(value * 10);
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
}

Observation row_of(const EquationRule& rule, const Observation& first, const Measure& measure, const std::vector<const Observation*>& used, double value) {
  Observation out;
  for (auto field : {&Observation::publisher_code, &Observation::area_code, &Observation::area_name, &Observation::service, &Observation::team,
                     &Observation::role_code, &Observation::role, &Observation::grade})
    out.*field = first.*field;
  out.basis = Basis::derived;
  out.measure = rule.result;
  out.unit = measure.default_unit;
  out.breakdown = without_counting(first.breakdown);
  if (out.unit == "percent" && unit_family(first.unit) == "people") out.breakdown += (out.breakdown.empty() ? "" : ";") + std::string("counted_in=") + first.unit;
  out.period = first.period;
  out.quantity = {.value = one_decimal(value), .qualifier = "exact", .status = "reported"};
  out.definition = rule.words();
  out.place.page = first.place.page;
  out.table_id = first.table_id;
  out.confidence = 1;
  std::vector<std::string> ids;
  for (const Observation* part : used) {
    out.confidence = std::min(out.confidence, part->confidence);
    if (std::find(ids.begin(), ids.end(), part->observation_id) == ids.end()) ids.push_back(part->observation_id);
  }
  out.evidence = "derived: from " + joined(ids, ", ");
  return out;
}

// The document states this rate itself: by this definition, or so that it is this figure.
bool is_said(const std::vector<Observation>& all, const Observation& derived) {
  constexpr double rounding = 0.1001;  // a unit of the one decimal, as either may be cut off
  return std::any_of(all.begin(), all.end(), [&](const Observation& o) {
    const bool alike = o.definition == derived.definition || (!o.quantity.value.empty() && std::abs(number(o) - number(derived)) <= rounding);
    return o.measure == derived.measure && alike && o.period.iso == derived.period.iso && o.area_code == derived.area_code &&
           o.service == derived.service && o.team == derived.team && o.role == derived.role && o.grade == derived.grade;
  });
}

// A rate of a year needs the flow of a whole year: twelve months from the first of one to the end of another.
bool lasts_a_year(const std::string& period) {
  const size_t slash = period.find('/');
  if (slash == std::string::npos || slash < 7 || period.size() < slash + 8) return false;
  const auto months = [](const std::string& day) { return 12 * std::atoi(day.substr(0, 4).c_str()) + std::atoi(day.substr(5, 2).c_str()); };
  return months(period.substr(slash + 1)) - months(period) == 11;
}

std::optional<Observation> derived_from(const EquationRule& rule, const Observation& first, const Parts& parts, const Vocabulary& vocabulary) {
  std::vector<const Observation*> used;
  const auto above = total_of(parts, first, rule.terms, used), below = above ? total_of(parts, first, rule.divisor, used) : std::nullopt;
  const auto measure = vocabulary.tables().workforce.measures.find(rule.result);
  if (!below || *below <= 0 || measure == vocabulary.tables().workforce.measures.end()) return std::nullopt;
  if (measure->second.kind == "year_rate" && !lasts_a_year(first.period.iso)) return std::nullopt;
  const double value = rule.factor * *above / *below;
  if (measure->second.most > 0 && value > measure->second.most) return std::nullopt;
  return row_of(rule, first, measure->second, used, value);
}

}  // namespace

std::vector<Observation> derive(const std::string& document_id, const std::vector<Observation>& observations, const Vocabulary& vocabulary) {
  const Parts parts(observations);
  std::vector<Observation> out;
  for (const EquationRule& rule : vocabulary.tables().equations) {
    if (rule.kind != EquationKind::rate || !rule.standard) continue;
    for (const Observation& first : observations) {
      if (first.measure != rule.terms.front() || parts.like(first, first.measure) != &first) continue;
      auto row = derived_from(rule, first, parts, vocabulary);
      if (!row || is_said(observations, *row)) continue;
      row->observation_id = row_id("o", document_id, 0, std::string("derived"), rule.name, first.observation_id);
      out.push_back(std::move(*row));
    }
  }
  return out;
}

void mark_definitions(const Vocabulary& vocabulary, std::vector<Observation>& observations) {
  std::map<std::string, std::string> standard;  // by measure
  for (const EquationRule& rule : vocabulary.tables().equations)
    if (rule.kind == EquationKind::rate && rule.standard) standard.emplace(rule.result, rule.words());
  for (Observation& o : observations) {
    const auto found = standard.find(o.measure);
    if (!o.definition.empty() && found != standard.end() && found->second != o.definition) o.comparability = "definition_differs";
  }
}

}  // namespace muster
