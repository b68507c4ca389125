// Files for the Department for Education's Explore education statistics (EES): one data file and its .meta.csv for each kind of period,
// figures.csv (where each figure of the dataset stands) and left_out.csv (which ones do not, and why).
#pragma once

#include <string>
#include <vector>

#include "dataset/codebook.h"
#include "dataset/ees_rules.h"
#include "dataset/sqlite.h"

namespace muster {

struct EesExport {
  std::vector<std::string> files;  // data files, "workforce_reporting_year.csv"
  long long placed = 0, left_out = 0;  // together all rows of observations
};

// A row is a place, a period and one item of each filter; measures with their units are the columns (indicators). Where two figures
// claim one cell, the one stands that best_figures would choose, and the other is left out. The directory is made when missing.
EesExport export_ees(const Database& dataset, const std::vector<CodebookRow>& codebook, const EesRules& rules, const std::string& directory);

}  // namespace muster
