#include "normalizers/workforce_words.h"

#include <algorithm>
#include <charconv>
#include <stdexcept>

#include "schemas/csv.h"
#include "schemas/text.h"

namespace muster {
namespace {

// Calls take(table, row) for every row of the layered file; what it refuses is reported with its place.
template <class Take>
void each_row(const VocabularyLayers& layers, const std::string& file, const std::string& key, Take take) {
  const CsvTable table = layers.rows(file, key);
  for (size_t row = 0; row < table.rows.size(); ++row) {
    try {
      take(table, row);
    } catch (const std::invalid_argument& error) {
      throw std::runtime_error(layers.place(file, table, row) + error.what());
    }
  }
}

WordGroups load_groups(const VocabularyLayers& layers) {
  WordGroups groups;
  each_row(layers, "word_groups.csv", "name", [&](const CsvTable& t, size_t row) { groups.add(t.at(row, "name"), t.at(row, "pattern")); });
  return groups;
}

std::vector<std::string> pieces(const std::string& text) {
  std::vector<std::string> out;
  for (std::string_view piece : split(text, ',')) out.emplace_back(trimmed(piece));
  return out;
}

double bound_of(const std::string& text) {
  double value = 0;
  if (text.empty()) return value;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) throw std::invalid_argument("most is '" + text + "', expected a number");
  return value;
}

void load_measures(const VocabularyLayers& layers, WorkforceWords& words) {
  static const std::set<std::string> kinds = {"stock", "flow", "year_rate", "price"};
  each_row(layers, "measures.csv", "measure", [&](const CsvTable& t, size_t row) {
    Measure m;
    m.code = t.at(row, "measure");
    m.label = t.at(row, "label");
    m.kind = t.at(row, "kind");
    m.units = pieces(t.at(row, "units"));
    m.default_unit = t.at(row, "default_unit");
    m.percent_measure = t.at(row, "percent_measure");
    m.count_measure = t.at(row, "count_measure");
    m.worker_category = t.at(row, "worker_category");
    m.adds_up = t.at(row, "adds_up") == "yes";
    m.most = bound_of(t.at(row, "most"));
    if (m.code.empty()) throw std::invalid_argument("the measure has no code");
    if (!kinds.count(m.kind)) throw std::invalid_argument("kind is '" + m.kind + "', expected stock, flow, year_rate or price");
    words.measures[m.code] = m;
  });
}

// Where in a file the parts of a rule stand. Columns that a file lacks are left empty.
struct RuleColumns {
  const char* code;
  const char* detail = "";
};

struct RuleMaking {
  WordGroups groups;
  std::shared_ptr<ConsultationRecord> record;
};

std::vector<WordRule> load_rules(const VocabularyLayers& layers, const std::string& file, RuleColumns columns, const RuleMaking& making) {
  std::map<std::pair<std::string, std::string>, size_t> places;
  std::vector<WordRule> rules;
  each_row(layers, file, "", [&](const CsvTable& t, size_t row) {
    WordRule rule;
    rule.code = t.at(row, columns.code);
    rule.detail = *columns.detail ? t.at(row, columns.detail) : "";
    rule.scope = t.at(row, "scope");
    const std::string& weight = t.at(row, "weight");
    if (!weight.empty()) rule.weight = std::stoi(weight);
    const std::string& pattern = t.at(row, "pattern");
    rule.pattern = Pattern(making.groups.expanded(pattern), making.record);
    if (!t.at(row, "unless").empty()) rule.unless = Pattern(making.groups.expanded(t.at(row, "unless")));
    const auto [place, fresh] = places.try_emplace({rule.code + "/" + rule.detail, pattern}, rules.size());
    if (fresh) rules.push_back(rule);
    else rules[place->second] = rule;
  });
  std::erase_if(rules, [](const WordRule& rule) { return rule.weight == 0; });
  return rules;
}

void check_measures_known(const WorkforceWords& words) {
  for (const WordRule& rule : words.measure_patterns)
    if (!words.measures.count(rule.code))
      throw std::runtime_error("measure_patterns.csv: '" + rule.code + "' has no row in measures.csv");
  for (const auto& [code, measure] : words.measures)
    if (!measure.percent_measure.empty() && !words.measures.count(measure.percent_measure))
      throw std::runtime_error("measures.csv: " + code + ": percent_measure '" + measure.percent_measure + "' has no row");
}

}  // namespace

bool Measure::counts_in(std::string_view family) const { return std::find(units.begin(), units.end(), family) != units.end(); }

WorkforceWords WorkforceWords::load(const VocabularyLayers& layers, const std::shared_ptr<ConsultationRecord>& record) {
  const RuleMaking making{load_groups(layers), record};
  WorkforceWords words;
  load_measures(layers, words);
  words.measure_patterns = load_rules(layers, "measure_patterns.csv", {"measure"}, making);
  words.services = load_rules(layers, "services.csv", {"service"}, making);
  words.worker_categories = load_rules(layers, "worker_categories.csv", {"category"}, making);
  words.roles = load_rules(layers, "roles.csv", {"role", "org_role"}, making);
  words.grades = load_rules(layers, "grades.csv", {"kind", "value"}, making);
  words.units = load_rules(layers, "units.csv", {"unit"}, making);
  words.breakdowns = load_rules(layers, "breakdowns.csv", {"name", "value"}, making);
  words.symbol_meanings = load_rules(layers, "symbol_meanings.csv", {"status"}, making);
  words.markers = load_rules(layers, "markers.csv", {"marker"}, making);
  words.narrowing_words = load_rules(layers, "narrowing_words.csv", {"kind"}, making);
  words.revisions = load_rules(layers, "revisions.csv", {"kind"}, making);
  words.team_words = load_rules(layers, "team_words.csv", {"kind"}, making);
  words.subjects = load_rules(layers, "subjects.csv", {"kind"}, making);
  each_row(layers, "neutral_words.csv", "", [&](const CsvTable& t, size_t row) {
    const std::string line = folded(t.at(row, "words"));
    for (std::string_view word : split(line, ' ')) words.neutral_words.emplace(word);
  });
  check_measures_known(words);
  return words;
}

std::string unit_family(std::string_view unit) {
  if (unit == "fte" || unit == "headcount" || unit == "hours" || unit == "unstated" || unit.empty()) return "people";
  if (unit.starts_with("gbp")) return "money";
  return std::string(unit);
}

}  // namespace muster
