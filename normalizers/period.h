// Words -> Period. Every spelling in docs/periods.md; a bare year stays a year.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schemas/observation.h"

namespace muster {

struct PeriodMatch {
  Period period;
  size_t begin = 0, end = 0;  // bytes of the matched words in the text
  bool bare_year = false;     // only a year was printed: a header's note may make it a financial year or a day
};

// Every period in the text, in order, longest reading at each place ("30 April 2019" is a day, not a year).
std::vector<PeriodMatch> find_periods(std::string_view text);

// The period that the whole text says, if it says nothing else (a table header, a list label).
std::optional<PeriodMatch> whole_period(std::string_view text);

// EES time_period and time_identifier of an ISO 8601 period; both empty where EES has no name for it.
void name_in_ees(Period& period);

}  // namespace muster
