// Decisions of people laid over what was extracted. A pure function of both, run on every build after reconcile.
#pragma once

#include <string>

#include "dataset/dataset.h"

namespace muster {

// Sets review, value_extracted and the corrected columns of the rows concerned, and Dataset::corrections: an entry for every figure
// that the ledger speaks of, by place.
void apply_ledger(const Ledger& ledger, Dataset& dataset);

size_t count_of(Fate fate, const Dataset& dataset);

// What a decision about this row names as its place.
LedgerPlace ledger_place(const DocumentResult& document, const Observation& observation);

}  // namespace muster
