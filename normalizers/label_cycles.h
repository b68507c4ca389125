// Labels that stand once for several rows without a cell that says so: "Northfield" beside the second of 2019, 2020, 2021.
#pragma once

#include "normalizers/table_labels.h"

namespace muster {

// Where the labels of one column repeat the same sequence from block to block and a column to its left has one label in each
// block, at the same place, that label holds for the whole block.
void spread_over_cycles(const Table& table, TableLabels& labels);

// A pivot table's groups: labels that stand once in the first column ("Permanent", "Temporary"), each over the same or nearly the
// same labels, are the sections of the rows below them, whether or not they bear a total of their own.
void head_pivot_groups(const Table& table, TableLabels& labels);

}  // namespace muster
