// Words -> Quantity: numbers, money, per cents, ranges, bounds, approximations, number words. Units come with it when printed.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schemas/observation.h"

namespace muster {

struct QuantityMatch {
  Quantity quantity;     // status "reported", or "suppressed" for "fewer than 5", "<5"
  std::string unit;      // what is printed with the number: percent, fte, headcount, gbp, gbp_per_year, hours, days, weeks, years; empty when bare
  size_t begin = 0, end = 0;  // bytes in the text, bounds words, sign and unit included
  bool bracketed = false;     // stands in round brackets
  bool negative = false;      // printed with a minus sign or accountant's brackets on money
  std::string following;      // the next word or two, lower case ("posts", "social workers"), for telling what is counted
};

// Every quantity in the text, in order. Dates, periods, references, telephone numbers, list labels, section and page numbers
// are not quantities.
std::vector<QuantityMatch> find_quantities(std::string_view text);

// The quantity that the whole text says, if it says nothing else but unit words and marks (a table cell: "39.2", "£26,890", "22%").
std::optional<QuantityMatch> whole_quantity(std::string_view text);

}  // namespace muster
