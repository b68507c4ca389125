// How sure a table of a page is, from how it came out: docs/tables.md says what was measured.
#pragma once

#include "schemas/table.h"

namespace muster {

// 0..1: about the share of neighbouring cells that are right. fit: how well the words fit the cells, the score of the
// reading that was chosen (0..1). Expects header rows and kinds of cells to be set.
double table_confidence(const Table& table, double fit);

}  // namespace muster
