// The same fact in several documents of one body, with different values.
#pragma once

#include "dataset/dataset.h"

namespace muster {

// Adds findings to the document with the higher claim to be the mistaken or the newer one: `restated` (info) where it supersedes the other,
// `contradiction` (warning) where both are forms of one reply or where two replies or papers that are sure of it differ. Strict: every dimension
// is equal and stated, no other figure of either document has the same dimensions, and the values lie within a quarter of one another.
void compare_documents(std::vector<DocumentResult>& documents);

// Whether compare_documents looks at the figure at all.
bool may_contradict(const Observation& observation);

}  // namespace muster
