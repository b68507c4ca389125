// What the Department for Education's open data standards ask of files for Explore education statistics (EES): places, periods,
// symbols, names and limits. Sources: "Open data standards" of the DfE analysts' guide, and eesyscreener, its screener of files.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "schemas/csv.h"

namespace muster {

struct EesPlace {
  std::string level;        // "National", "Regional", "Local authority"
  std::string code;         // nine characters
  std::string old_code;     // three digits; local authorities alone
  std::string name;         // as EES spells it
  std::string region_code;  // local authorities alone
};

struct EesPeriodName {
  std::string kind;   // names of one kind may stand in one file: "reporting_year", "months"
  size_t digits = 4;  // of time_period
};

struct EesRules {
  std::map<std::string, EesPlace> places;         // by code
  std::map<std::string, EesPeriodName> periods;   // by time_identifier
  std::vector<std::string> kinds;                 // of periods, in the order of files
};

// From schemas/reference/ees_locations.csv and ees_time_identifiers.csv.
EesRules ees_rules(const CsvTable& locations, const CsvTable& time_identifiers);

// Longest names in characters, and most items in a filter.
inline constexpr size_t ees_location_code_limit = 30;
inline constexpr size_t ees_column_name_limit = 50;
inline constexpr size_t ees_label_limit = 100;
inline constexpr size_t ees_item_limit = 120;
inline constexpr size_t ees_items_of_a_filter_limit = 25000;

// What may stand in an indicator's cell in place of a number: not applicable, not available, confidential, rounds to zero, unreliable.
const std::set<std::string>& ees_symbols();

// Units of indicators: "%", "pp", "£", "£m", "numberstring"; empty for plain numbers.
const std::set<std::string>& ees_units();

// Columns that every data file has, and those that rows of a level need beside them.
const std::vector<std::string>& ees_required_columns();
std::vector<std::string> ees_columns_of_level(const std::string& level);
const std::vector<std::string>& ees_meta_columns();  // of the .meta.csv; the last one may be left out

// Whether the digits of time_period fit: as many as the identifier asks for, six being two years that follow one another.
bool ees_time_period_fits(const std::string& time_period, const EesPeriodName& name);

}  // namespace muster
