#include "normalizers/equation_rules.h"

#include <charconv>
#include <optional>
#include <stdexcept>

#include "schemas/csv.h"
#include "schemas/text.h"

namespace muster {
namespace {

const std::map<std::string, EquationKind, std::less<>>& kinds() {
  static const std::map<std::string, EquationKind, std::less<>> names = {
      {"rate", EquationKind::rate},     {"whole", EquationKind::whole},     {"part", EquationKind::part},
      {"shares", EquationKind::shares}, {"running", EquationKind::running}, {"order", EquationKind::order}};
  return names;
}

double number(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value == 0)
    throw std::invalid_argument("'" + std::string(text) + "' is no factor; expected a number or a/b");
  return value;
}

double factor_of(std::string_view text) {
  if (text.empty()) return 1;
  const size_t slash = text.find('/');
  if (slash == std::string_view::npos) return number(text);
  return number(trimmed(text.substr(0, slash))) / number(trimmed(text.substr(slash + 1)));
}

std::vector<std::string> measures_of(const std::string& text, const WorkforceWords& words) {
  std::vector<std::string> out;
  if (trimmed(text).empty()) return out;
  for (std::string_view piece : split(text, '+')) {
    out.emplace_back(trimmed(piece));
    if (!words.measures.count(out.back())) throw std::invalid_argument("'" + out.back() + "' has no row in measures.csv");
  }
  return out;
}

void check_parts(const EquationRule& rule) {
  using enum EquationKind;
  if (rule.result.empty()) throw std::invalid_argument("the result is missing");
  if ((rule.kind == rate || rule.kind == whole || rule.kind == part || rule.kind == running) && rule.terms.empty())
    throw std::invalid_argument("terms are missing");
  if (rule.kind == rate && rule.divisor.empty()) throw std::invalid_argument("the divisor is missing");
  if ((rule.kind == shares || rule.kind == running || rule.kind == order) && rule.split.empty())
    throw std::invalid_argument("the split is missing");
}

// None for a row that is switched off.
std::optional<EquationRule> rule_of(const CsvTable& t, size_t row, const WorkforceWords& words) {
  const std::string& kind = t.at(row, "kind");
  if (kind == "off") return std::nullopt;
  const auto found = kinds().find(kind);
  if (found == kinds().end())
    throw std::invalid_argument("kind is '" + kind + "', expected rate, whole, part, shares, running, order or off");
  EquationRule rule{.name = t.at(row, "equation"), .kind = found->second};
  const std::vector<std::string> result = measures_of(t.at(row, "result"), words);
  if (result.size() == 1) rule.result = result.front();
  rule.terms = measures_of(t.at(row, "terms"), words);
  rule.divisor = measures_of(t.at(row, "divisor"), words);
  rule.factor = factor_of(trimmed(t.at(row, "factor")));
  rule.split = t.at(row, "split");
  rule.standard = t.at(row, "standard") == "yes";
  check_parts(rule);
  return rule;
}

}  // namespace

std::string EquationRule::words() const {
  const std::string above = joined(terms, " + "), below = joined(divisor, " + ");
  if (divisor.empty()) return above;
  return above + " / " + (divisor.size() > 1 ? "(" + below + ")" : below);
}

std::vector<EquationRule> load_equation_rules(const VocabularyLayers& layers, const WorkforceWords& words) {
  const std::string file = "equations.csv";
  const CsvTable table = layers.rows(file, "equation");
  std::vector<EquationRule> rules;
  for (size_t row = 0; row < table.rows.size(); ++row) {
    try {
      if (auto rule = rule_of(table, row, words)) rules.push_back(std::move(*rule));
    } catch (const std::invalid_argument& error) {
      throw std::runtime_error(layers.place(file, table, row) + error.what());
    }
  }
  return rules;
}

}  // namespace muster
