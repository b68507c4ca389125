// The day on which a document's years end, where it says so beside its tables: "Year to 30 September", "position at 30
// September", "the twelve months that end on that day". It turns a header's bare year into a day or an interval.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "schemas/observation.h"

namespace muster {

struct YearEnd {
  int month = 0, day = 0;
  bool flow = false;        // said of a year that ends then, not only of a day
  bool counted_on = false;  // "as at 30 September": said of what is counted on the day
};

// A day and month without a year in the text; none where two different ones stand there, but for "years run from 1 October to 30
// September", which ends on the second.
std::optional<YearEnd> find_year_end(std::string_view text);

// "Years run from 1 October to 30 September".
std::optional<YearEnd> end_of_defined_year(std::string_view text);

// Whether the text speaks of a stretch of a year ("in the year", "annual", "twelve months").
bool speaks_of_a_year(std::string_view text);

// "2018" (or "2018-09" where the month agrees) as the day on which that year ends, or as the twelve months up to it.
// Empty where the period is of another kind or the month is another.
Period at_year_end(const Period& period, const YearEnd& end, bool as_interval);

// "2022/23" as the twelve months up to that day of its second year; empty where the period is no interval.
Period at_split_year_end(const Period& period, const YearEnd& end);

// The twelve months up to a day or month; empty when the period is neither.
Period year_to(const Period& day);

// The period moved by whole years. Intervals move at both ends.
Period moved(const Period& period, int years);

}  // namespace muster
