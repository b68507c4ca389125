// "Staff grew from 26 in 2015 to 27 in 2016. Vacancies went from 5 to 4": the times of a course told once for the sentences after it.
// Private to normalizers/.
#pragma once

#include "normalizers/scene.h"

namespace muster {

// The time of a figure that begins ("from 5") or ends ("to 4", "4, down from 5") an undated course, from the one pair of times
// that the paragraph named before; nothing where the figure is dated, is no part of a course, or where several pairs stand before.
std::optional<Period> course_period(const Scene& scene);

}  // namespace muster
