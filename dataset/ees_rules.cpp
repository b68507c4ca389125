#include "dataset/ees_rules.h"

#include <algorithm>

#include "schemas/text.h"

namespace muster {

EesRules ees_rules(const CsvTable& locations, const CsvTable& time_identifiers) {
  EesRules rules;
  for (size_t row = 0; row < locations.rows.size(); ++row)
    rules.places[locations.at(row, "code")] = {locations.at(row, "geographic_level"), locations.at(row, "code"), locations.at(row, "old_code"),
                                               locations.at(row, "name"), locations.at(row, "region_code")};
  for (size_t row = 0; row < time_identifiers.rows.size(); ++row) {
    const std::string& kind = time_identifiers.at(row, "kind");
    rules.periods[time_identifiers.at(row, "time_identifier")] = {kind, static_cast<size_t>(std::stoi(time_identifiers.at(row, "digits")))};
    if (std::ranges::find(rules.kinds, kind) == rules.kinds.end()) rules.kinds.push_back(kind);
  }
  return rules;
}

const std::set<std::string>& ees_symbols() {
  static const std::set<std::string> symbols = {"z", "x", "c", "low", "u"};
  return symbols;
}

const std::set<std::string>& ees_units() {
  static const std::set<std::string> units = {"", "%", "pp", "£", "£m", "numberstring"};
  return units;
}

const std::vector<std::string>& ees_required_columns() {
  static const std::vector<std::string> columns = {"time_period", "time_identifier", "geographic_level", "country_code", "country_name"};
  return columns;
}

std::vector<std::string> ees_columns_of_level(const std::string& level) {
  if (level == "Regional") return {"region_code", "region_name"};
  if (level == "Local authority") return {"region_code", "region_name", "old_la_code", "new_la_code", "la_name"};
  return {};
}

const std::vector<std::string>& ees_meta_columns() {
  static const std::vector<std::string> columns = {"col_name",     "col_type",    "label",                  "indicator_grouping", "indicator_unit",
                                                   "indicator_dp", "filter_hint", "filter_grouping_column", "filter_default"};
  return columns;
}

bool ees_time_period_fits(const std::string& time_period, const EesPeriodName& name) {
  if (time_period.size() != name.digits || !std::ranges::all_of(time_period, is_digit)) return false;
  return name.digits != 6 || (std::stoi(time_period.substr(0, 4)) + 1) % 100 == std::stoi(time_period.substr(4));
}

}  // namespace muster
