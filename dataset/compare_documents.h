// The same fact in several documents of one body, with different values.
#pragma once

#include "dataset/dataset.h"
#include "dataset/link_replies.h"

namespace muster {

// Adds the facts that the document states once to `statements`, by what they are about.
void take_statements(const DocumentResult& document, uint32_t index, SortedRows& statements);

// Adds findings to the document with the higher claim to be the mistaken or the newer one: `restated` (info) where it supersedes the other,
// `contradiction` (warning) where both are forms of one reply or where two replies or papers that are sure of it differ. Strict: every dimension
// is equal and stated, no other figure of either document has the same dimensions, and the values lie within a quarter of one another.
void compare_documents(Dataset& dataset, SortedRows& statements, const Kinship& kin);

}  // namespace muster
