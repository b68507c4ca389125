// Where a series of one body stops being comparable with itself.
#pragma once

#include "dataset/dataset.h"

namespace muster {

// Adds the document's figures whose definition is known to `series`, by series and period.
void take_series(const DocumentResult& document, uint32_t index, SortedRows& series);

// Sets comparability to series_break on a rate whose definition is known and differs from the one that the same series (body, people, measure,
// unit) had at its last period before.
void mark_breaks(Dataset& dataset, SortedRows& series);

}  // namespace muster
