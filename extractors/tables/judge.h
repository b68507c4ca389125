// How much speaks for a reading being a table at all, and for its cells being right.
#pragma once

#include "extractors/tables/reading.h"

namespace muster {

// Sets the score (0..1) and the evidence of an aligned reading. Below table_score it is a list, a form, a contents page,
// a chart or prose: where it has columns of values the evidence says which, else it is empty.
void judge_aligned(const PageView& view, Reading& reading);

// Share of the filled cells whose text has gaps like those between columns: words of several cells in one.
double smeared_share(const Reading& reading);

// Whether a cell's text has such a gap.
bool is_smeared(const Reading& reading, const ReadCell& cell);

// Cells with the words of several cells in them weigh so much against a reading.
inline constexpr double smear_weight = 2;

inline constexpr double table_score = 0.5;

}  // namespace muster
