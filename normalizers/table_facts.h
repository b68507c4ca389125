// What holds for a table as a whole, found once for all of its cells.
#pragma once

#include <set>

#include "schemas/table.h"

namespace muster {

class ReadingCache;

struct TableFacts {
  bool rows_name_measures = false, columns_name_measures = false;  // some label says more than who works
  bool rows_have_compass = false, columns_have_compass = false;    // several are points of the compass, one of them single ("North")
  bool rows_have_bands = false, columns_have_bands = false;        // some label is a band of service ("2 to 5 years")
  bool rows_name_areas = false;                                    // several are councils, regions or countries
  std::set<int> columns_of_sums;    // whole numbers whose last row, a total, is their sum: counts, since rates do not add up
  std::set<int> columns_of_shares;  // their figures make up 100 in row after row, whatever sign they lack
};

TableFacts facts_of(const Table& table, ReadingCache& cache);

}  // namespace muster
