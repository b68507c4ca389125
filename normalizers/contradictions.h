// The same fact with two values in one document. Strict: what is compared must be said of the same people, counted the same way,
// at the same time, in places that stand apart (a table and its text, two tables, two paragraphs).
#pragma once

#include <vector>

#include "normalizers/vocabulary.h"
#include "schemas/observation.h"

namespace muster {

// Two statements of one fact, the better placed first (a table before prose, then the earlier).
struct Contradiction {
  size_t first = 0, other = 0;
  bool undated = false;  // the other is said of "now" and compared with the latest dated figure
};

// Order: by first, then other.
std::vector<Contradiction> contradictions_of(const std::vector<Observation>& observations, const Vocabulary& vocabulary);

// For each observation, whether another figure of the document has every dimension in common with it and yet another value: then
// either the document contradicts itself or, more often, something that parts the two was not read.
std::vector<bool> indistinct(const std::vector<Observation>& observations);

// Whether two figures may be one, rounded in one place or approximate.
bool may_agree(const Observation& a, const Observation& b);

}  // namespace muster
