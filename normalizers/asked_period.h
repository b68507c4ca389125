// Whether and how the period that a question asks about is that of a figure of its answer. Private to tell_period.
#pragma once

#include "normalizers/scene.h"
#include "normalizers/workforce_words.h"

namespace muster {

// A question's range of several years says which figures are asked for, not when this one is of.
bool spans_years(const Period& period);

// "How many since 2018?", "… from January 2021 to January 2023?" answered by one figure: of the whole stretch. An answer that
// names periods, or has several figures, goes through it piece by piece.
// A table of flows without any period gives those of the whole stretch too.
bool is_asked_as_a_whole(const Scene& scene, const Measure& measure, const Period& asked);

// "14, 9 and 11" in answer to what was asked of 2021, 2022 and 2023: one figure for each, in their order.
const PeriodMatch* nth_period(const Scene& scene, const Around& a);

}  // namespace muster
