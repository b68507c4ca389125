// The arithmetic that figures of one table must obey: sums over teams, rates over their parts, shares to 100. An equation that
// holds is evidence for its figures; one that fails is a finding, or a reason to prefer a rival reading of the table.
#pragma once

#include <string>
#include <vector>

#include "normalizers/interval.h"
#include "schemas/observation.h"

namespace muster {

enum class EquationKind {
  sum,         // parts over teams or services = total
  rate,        // 100 * numerator / denominator = rate
  identity,    // in post + vacancies = establishment
  share,       // shares of a whole = 100
  cumulative,  // running total of shares = cumulative share
};

struct Equation {
  EquationKind kind = EquationKind::sum;
  std::vector<size_t> terms;  // indices of the observations on the left
  size_t result = 0;          // index of the printed result; no_result for shares to 100
  Interval computed;
  double printed = 0;
  bool holds = false;
  std::string formula;      // "vacancy / establishment"
  std::string explanation;  // where it fails: what would make it hold, in words; empty when nothing fits
};

inline constexpr size_t no_result = static_cast<size_t>(-1);

// Every equation that the observations of one table (same table_id) have the figures for. Order: by kind, then result.
std::vector<Equation> equations_of(const std::vector<Observation>& observations, const std::string& table_id);

}  // namespace muster
