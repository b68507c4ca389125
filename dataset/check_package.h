// Checks a directory against its datapackage.json: files, sizes and digests; columns; types, constraints, missing values and
// categories of every cell; primary and foreign keys. For packages of any size: rows are read one by one.
#pragma once

#include <string>

#include "dataset/faults.h"

namespace muster {

struct PackageCheck {
  Faults faults;
  long long files = 0, rows = 0;  // looked at
};

// Throws std::runtime_error when the descriptor cannot be read at all.
PackageCheck check_package(const std::string& directory);

}  // namespace muster
