// Labels printed once for several rows of a table: the cell of such a label spans its rows, wherever among them it stands
// (on the first row, in the middle, between two).
#pragma once

#include "extractors/tables/reading.h"

namespace muster {

// Widens cells of the stub over the rows of their group. Groups are told by rules that cross the stub where others cross the
// remaining columns only, or by the labels of the next column coming again in the same order. The reading has its rows and no
// blank cells yet.
void span_stub_labels(const std::vector<Edge>& edges, Reading& reading);

}  // namespace muster
