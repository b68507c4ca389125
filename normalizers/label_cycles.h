// Labels that stand once for several rows without a cell that says so: "Northfield" beside the second of 2019, 2020, 2021.
#pragma once

#include "normalizers/table_labels.h"

namespace muster {

// Where the labels of one column repeat the same sequence from block to block and a column to its left has one label in each
// block, at the same place, that label holds for the whole block.
void spread_over_cycles(const Table& table, TableLabels& labels);

}  // namespace muster
