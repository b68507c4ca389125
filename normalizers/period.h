// Words -> Period. Every spelling in docs/periods.md; a bare year stays a year.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schemas/observation.h"

namespace muster {

// Numeric dates are read day first. Shapes of `period.iso`: a day "2019-04-30"; a month "2015-03"; a year "2017"; days
// "2016-04-01/2017-03-31" (financial, tax and academic years too, and "year to 30/04/19"); months "2025-04/2025-06" (quarters
// too); years "2010/2015"; open "2018-08/.." ("2023 to date" begins with a day: "2023-01-01/..").
// `period.kind`: "instant" for a day, "end of April 2019" and anything after "as at", "at", "on"; "duration" for intervals and
// what is said to last ("during 2017"); empty for a month or a year that may be either.
struct PeriodMatch {
  Period period;               // with its EES names
  size_t begin = 0, end = 0;   // bytes of the matched words in the text, "as at" and the like included
  bool bare_year = false;      // only a year was printed: a header's note may make it a financial year or a day
  bool split_year = false;     // "2017/18" without a word for its kind, read as a financial year; academic_year_of turns it
};

// Every period in the text, in order, longest reading at each place ("30 April 2019" is a day, not a year). Words of the
// calendar that name no certain period give none: impossible dates, dates without a year, "FY17", "Q1 2019". A year within
// the name of an Act, a reference or a count ("2015 applications") is none.
std::vector<PeriodMatch> find_periods(std::string_view text);

// The period that the whole text says, if it says nothing else (a table header, a list label).
std::optional<PeriodMatch> whole_period(std::string_view text);

// EES time_period and time_identifier of an ISO 8601 period; both empty where EES has no name for it. A year of which it is
// not said whether it lasts has none.
void name_in_ees(Period& period);

// September to August in place of April to March, for a split year that stands under words for an academic year.
Period academic_year_of(const Period& split_year);

}  // namespace muster
