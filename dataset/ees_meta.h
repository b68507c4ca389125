// The .meta.csv of an EES data file, and the rules for its rows. Private to dataset/.
#pragma once

#include <string>
#include <vector>

#include "dataset/faults.h"

namespace muster {

struct EesMetaRow {
  std::string col_name, col_type, label, indicator_grouping, indicator_unit, indicator_dp, filter_hint, filter_grouping_column, filter_default;
};

struct EesMeta {
  std::vector<EesMetaRow> rows;

  bool is_indicator(const std::string& column) const;
};

// Adds a fault for every broken rule. Throws std::runtime_error when the file cannot be read.
EesMeta read_ees_meta(const std::string& directory, const std::string& name, Faults& faults);

}  // namespace muster
