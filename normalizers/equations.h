// The arithmetic that figures of one table must obey: sums over rows and columns, rates over their parts, wholes and parts,
// shares to 100, running totals, rising pay points. Which measures hang together is data (equation_rules.h). An equation that
// holds is evidence for its figures; one that fails is a finding, or a reason to prefer a rival reading of the table.
#pragma once

#include <string>
#include <vector>

#include "normalizers/equation_rules.h"
#include "normalizers/interval.h"
#include "normalizers/vocabulary.h"
#include "schemas/observation.h"

namespace muster {

inline constexpr size_t no_result = static_cast<size_t>(-1);

struct Equation {
  EquationKind kind = EquationKind::sum;
  std::vector<size_t> terms;  // indices of the observations on the left
  size_t result = no_result;  // index of the printed result; no_result for shares to 100
  Interval computed;
  double printed = 0;
  bool holds = false;
  bool certain = false;     // that these figures must obey it: a failure is worth telling
  bool is_mean = false;     // fails because the printed rate is the plain mean of the rows
  std::string rule;         // its row in equations.csv; empty for sums
  std::string formula;      // "vacancy / establishment"
  std::string explanation;  // where it fails: what would make it hold, in words; empty when nothing fits

  // A figure of 0 proves nothing: 0 of anything is 0.
  bool proves_something() const { return holds && printed != 0; }
};

// Every equation that the observations of one table (same table_id) have the figures for, one for each result and kind. Order:
// sums, then the rules in their order, each by result.
std::vector<Equation> equations_of(const std::vector<Observation>& observations, const std::string& table_id, const Vocabulary& vocabulary);

}  // namespace muster
