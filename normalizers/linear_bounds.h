// What sums say about the unknowns in them: arithmetic of linear intervals. Sound, not complete: a bound that is found is true for every
// solution; unknowns that linear combination fixes to one number are always found, narrower intervals mostly.
#pragma once

#include <cstddef>
#include <limits>
#include <utility>
#include <vector>

namespace muster {

// Closed interval; counts begin at 0.
struct Bounds {
  double lo = 0, hi = std::numeric_limits<double>::infinity();

  double width() const { return hi - lo; }
};

struct Unknown {
  Bounds bounds;               // known beforehand
  bool whole_number = false;
};

// lo <= sum of factor * unknown <= hi.
struct LinearConstraint {
  std::vector<std::pair<std::size_t, double>> terms;  // index of the unknown, its factor
  Bounds sum;
};

struct Deduction {
  std::vector<Bounds> bounds;                 // of each unknown
  std::vector<std::vector<std::size_t>> reasons;   // of each unknown: the constraints, in order, that its bounds come from; empty: none
  bool contradictory = false;                 // no numbers obey all constraints: nothing else here counts
};

// Time grows with the third power of the constraints; beyond a few hundred they are only used one by one.
Deduction deduce_bounds(const std::vector<Unknown>& unknowns, const std::vector<LinearConstraint>& constraints);

}  // namespace muster
