// `muster score --reliability`: what confidence promises against what the truth says, by confidence and by reason.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace muster {

// A row of a dataset that the truth judges.
struct JudgedRow {
  double confidence = 0;
  bool right = false;
  std::vector<std::string> reasons;  // why it is so sure, from its evidence
};

// The reasons at the end of an evidence: "…; confidence: table, no role" is {"table", "no role"}.
std::vector<std::string> reasons_in(std::string_view evidence);

// Two tables and a headline of what is promised at 0.9 and above.
std::string reliability_text(std::span<const JudgedRow> rows);

}  // namespace muster
