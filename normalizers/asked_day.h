// The day that a question asks for in each of several years: "as at 1 April 2021, 1 April 2022 and 1 April 2023", or "on 30
// June 2023, and on the same date in 2022 and 2021". An answer's bare "2022:" then means that day of the year.
#pragma once

#include <string_view>
#include <vector>

#include "normalizers/period.h"

namespace muster {

// The day that the question names in this bare year; empty where the period is no bare year, the question names days that
// differ in more than their year, or does not name that year.
Period asked_day(const Period& year, std::string_view question, const std::vector<PeriodMatch>& periods_of_question);

}  // namespace muster
