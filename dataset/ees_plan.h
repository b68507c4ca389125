// The columns of one EES file, found from the figures that go into it. Private to dataset/.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "dataset/codebook.h"
#include "dataset/place_in_ees.h"

namespace muster {

struct EesIndicator {
  std::string measure, unit;
  size_t decimals = 0;  // the most that a figure has
};

// What is known of a file when all its figures have been seen.
struct EesPlan {
  std::map<std::string, std::map<std::string, long long>> items;  // of each filter, with the number of figures
  std::map<std::string, EesIndicator> indicators;
  std::map<std::string, std::set<std::string>> periods;           // of each time_period and identifier
  std::set<std::string> levels;
  long long figures = 0;

  void add(const EesFigure& figure, const EesPlaced& placed, const std::string& level);

  // Several days or spans under one name, such as two census days in one reporting year: a filter tells them apart.
  bool needs_reference_period() const;
  std::vector<std::string> place_columns() const;   // time and geography
  std::vector<std::string> filter_columns() const;  // without those that are "Total" throughout
  std::vector<std::string> columns() const;         // all, in the file's order
  std::string meta_csv(const std::vector<CodebookRow>& codebook) const;
};

inline constexpr const char* ees_reference_period = "reference_period";

}  // namespace muster
