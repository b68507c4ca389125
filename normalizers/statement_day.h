// The day that a sentence near a table gives for what the table counts: "Posts and vacancies are FTE on 31 May 2024". Private to
// normalizers/.
#pragma once

#include "normalizers/scene.h"
#include "normalizers/workforce_words.h"

namespace muster {

// For what is counted on a day; null where no statement that names a measure has one day alone.
const PeriodMatch* day_in_statement(const Scene& scene, const Measure& measure);

}  // namespace muster
