// Checks files for Explore education statistics against the published rules of the Department for Education (dataset/ees_rules.h): every
// data file of a directory with its .meta.csv.
#pragma once

#include <string>

#include "dataset/ees_rules.h"
#include "dataset/faults.h"

namespace muster {

struct EesCheck {
  Faults faults;
  long long files = 0, rows = 0;  // data files and their rows
};

// Throws std::runtime_error when the directory holds no such files.
EesCheck check_ees(const std::string& directory, const EesRules& rules);

// Whether there is a .meta.csv in the directory.
bool is_ees_directory(const std::string& directory);

}  // namespace muster
