// Where a series of one body stops being comparable with itself.
#pragma once

#include "dataset/dataset.h"

namespace muster {

// Sets comparability to series_break on a rate whose definition is known and differs from the one that the same series (body, people, measure,
// unit) had at its last period before.
void mark_breaks(std::vector<DocumentResult>& documents);

// Whether mark_breaks looks at the figure at all.
bool is_in_series(const Observation& observation);

}  // namespace muster
