// Ruled tables often draw borders around the header and the body alone: every row of the body then lands in one. Such a
// row is cut where values of its cells stand on common baselines.
#pragma once

#include "extractors/tables/reading.h"

namespace muster {

// Cuts rows whose cells hold stacked values; returns how many rows were cut.
int cut_stacked_rows(Reading& reading);

}  // namespace muster
