#include "normalizers/confidence.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <stdexcept>

#include "normalizers/contradictions.h"
#include "normalizers/vocabulary_tables.h"
#include "schemas/names.h"
#include "schemas/text.h"

namespace muster {
namespace {

// Below this a person should look before the figure is used.
constexpr double hardly_sure = 0.5;
constexpr double most_confidence = 0.99;  // only a person is sure
// Shares of a place's figures that cannot be told apart, and of a document's that were not understood.
constexpr double few_share = 0.34, many_share = 0.5;

using Checks = std::vector<std::string>;

double number(const std::string& text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) throw std::invalid_argument("points are '" + text + "', expected a number");
  return value;
}

ConfidenceRule rule_of(const CsvTable& t, size_t row) {
  ConfidenceRule rule{.reason = t.at(row, "reason"), .dimension = t.at(row, "dimension")};
  rule.pattern = Pattern(t.at(row, "pattern"));
  rule.only = t.at(row, "only");
  rule.points = number(t.at(row, "points"));
  return rule;
}

std::string value_of(const Observation& o, std::string_view dimension) {
  if (dimension == "period") return o.period.iso;
  if (dimension == "service") return o.service;
  if (dimension == "area") return o.area_code;
  if (dimension == "role") return o.role;
  if (dimension == "team") return o.team;
  if (dimension == "unit") return o.unit == "unstated" ? "" : o.unit;
  if (dimension == "measure") return o.measure;
  return {};
}

bool begins_phrase(std::string_view piece) {
  const size_t colon = piece.find(": ");
  return colon != std::string_view::npos && std::all_of(piece.begin(), piece.begin() + static_cast<std::ptrdiff_t>(colon),
                                                        [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; });
}

// Figures that stand together: one table, one answer, or the document's prose.
std::string place_of(const Observation& o) { return !o.table_id.empty() ? o.table_id : o.question_number.empty() ? "prose" : "answer " + o.question_number; }

void check_distinctness(const std::vector<Observation>& all, std::vector<Checks>& checks) {
  const std::vector<bool> alike = indistinct(all);
  std::map<std::string, std::pair<size_t, size_t>> places;  // indistinct, all
  for (size_t i = 0; i < all.size(); ++i) {
    auto& [bad, count] = places[place_of(all[i])];
    bad += alike[i];
    ++count;
  }
  for (size_t i = 0; i < all.size(); ++i) {
    const auto& [bad, count] = places[place_of(all[i])];
    const double share = static_cast<double>(bad) / static_cast<double>(count);
    if (alike[i]) checks[i].push_back("not told apart from another figure");
    if (share > 0) checks[i].push_back(share > few_share ? "many figures beside it are not told apart" : "some figures beside it are not told apart");
  }
}

void check_equations(const std::vector<Equation>& equations, std::vector<Checks>& checks) {
  const auto note = [&](size_t i, const std::string& what) {
    if (i != no_result && std::find(checks[i].begin(), checks[i].end(), what) == checks[i].end()) checks[i].push_back(what);
  };
  for (const Equation& e : equations) {
    const bool strong = e.kind == EquationKind::sum || e.kind == EquationKind::rate || e.kind == EquationKind::whole || e.kind == EquationKind::running;
    if (!e.proves_something() && e.holds) continue;
    const std::string what = e.holds ? (strong ? "an equation holds" : "a weak equation holds") : e.certain ? "an equation fails" : "";
    if (what.empty()) continue;
    note(e.result, what);
    if (e.holds)
      for (size_t i : e.terms) note(i, what);
  }
}

void check_repeats(const std::vector<Observation>& all, std::vector<Checks>& checks) {
  std::map<std::string, size_t> by_id;
  for (size_t i = 0; i < all.size(); ++i) by_id[all[i].observation_id] = i;
  for (size_t i = 0; i < all.size(); ++i) {
    const auto first = by_id.find(all[i].repeats);
    if (all[i].repeats.empty() || first == by_id.end()) continue;
    checks[i].push_back("said twice");
    checks[first->second].push_back("said twice");
  }
}

void check_understanding(const Understanding& understanding, size_t figures, std::vector<Checks>& checks) {
  const double share = static_cast<double>(understanding.refused) / static_cast<double>(std::max<size_t>(1, figures));
  if (share <= few_share) return;
  for (Checks& c : checks) c.push_back(share > many_share ? "many figures of the document were not understood" : "some figures of the document were not understood");
}

bool applies(const ConfidenceRule& rule, const Observation& o, const Checks& checks) {
  if (!rule.only.empty() && rule.only != name_of(o.basis)) return false;
  if (rule.dimension == "check") return std::any_of(checks.begin(), checks.end(), [&](const std::string& c) { return rule.pattern.is(c); });
  if (rule.dimension == "basis") return rule.pattern.is(name_of(o.basis));
  if (rule.dimension == "status") return rule.pattern.is(o.quantity.status);
  if (rule.dimension == "qualifier") return rule.pattern.is(o.quantity.qualifier);
  return rule.pattern.in(told_how(o, rule.dimension));
}

void grade_one(const std::vector<ConfidenceRule>& rules, const Checks& checks, Observation& o) {
  double points = 0;
  std::vector<std::string> reasons;
  for (const ConfidenceRule& rule : rules) {
    if (!applies(rule, o, checks)) continue;
    points += rule.points;
    reasons.push_back(rule.reason);
  }
  o.confidence = std::min(std::round(100 / (1 + std::exp(-points))) / 100, most_confidence);
  if (o.confidence < hardly_sure && o.review == "auto") o.review = "needs_review";
  o.evidence += (o.evidence.empty() ? "" : "; ") + std::string("confidence: ") + joined(reasons, ", ");
}

}  // namespace

std::string told_how(const Observation& o, std::string_view dimension) {
  const std::string start = std::string(dimension) + ": ";
  std::string found;
  bool inside = false;
  for (size_t at = 0; at < o.evidence.size();) {
    const size_t end = std::min(o.evidence.find("; ", at), o.evidence.size());
    const std::string_view piece = std::string_view(o.evidence).substr(at, end - at);
    if (begins_phrase(piece)) inside = piece.starts_with(start);
    if (inside) found += (found.empty() ? "" : "; ") + std::string(begins_phrase(piece) ? piece.substr(start.size()) : piece);
    at = end + 2;
  }
  if (!found.empty()) return found;
  return value_of(o, dimension).empty() ? "unstated" : "not said";
}

std::vector<ConfidenceRule> load_confidence_rules(const VocabularyLayers& layers) {
  const std::string file = "confidence.csv";
  const CsvTable table = layers.rows(file, "reason");
  std::vector<ConfidenceRule> rules;
  for (size_t row = 0; row < table.rows.size(); ++row) {
    try {
      rules.push_back(rule_of(table, row));
    } catch (const std::invalid_argument& error) {
      throw std::runtime_error(layers.place(file, table, row) + error.what());
    }
  }
  return rules;
}

void grade(const std::vector<Equation>& equations, const Understanding& understanding, const Vocabulary& vocabulary,
           std::vector<Observation>& observations) {
  std::vector<Checks> checks(observations.size());
  check_distinctness(observations, checks);
  check_equations(equations, checks);
  check_repeats(observations, checks);
  check_understanding(understanding, observations.size(), checks);
  for (size_t i = 0; i < observations.size(); ++i) grade_one(vocabulary.tables().confidence, checks[i], observations[i]);
}

}  // namespace muster
