// From the period that words name to the one that they mean: a bare year under "year to 30 September", a day over what lasts a year,
// "2024/25" counted at its end. Private to tell_period.
#pragma once

#include <string>

#include "normalizers/scene.h"
#include "normalizers/vocabulary_tables.h"

namespace muster {

// A period as words name it, with how it was told.
struct Told {
  Period period;
  bool split_year = false;  // "2017/18" without a word for its kind
  std::string where;
  bool from_question = false;
  bool among_words = false;  // a header's year among other words ("before the growth bid 2017")
};

// Settles the period by the year's end that stands nearest, or by a day that what lasts a year ends on.
void settle(const Scene& scene, const Measure& measure, Told& told);

// "2022: 11" in answer to "on 1 April 2022, 1 April 2021 …".
void settle_asked_day(const Scene& scene, Told& told);

// A stock counted at the end of its year or stretch: its last day.
void settle_on_last_day(const Scene& scene, Told& told);

}  // namespace muster
