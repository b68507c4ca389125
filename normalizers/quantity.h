// Words -> Quantity: numbers, money, per cents, ranges, bounds, approximations, number words. Units come with it when printed.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schemas/observation.h"

namespace muster {

// Values are decimals as printed without separators, sign and leading zeros; "£1.5m" is 1500000, "45p" is 0.45. Bounds:
// "up to 53" has value_upper only, "over 200" and "at least 200" value only, "20-25" both; "fewer than 5", "<5" and "5 or
// fewer" of people are suppressed counts with both ends, from 0.
struct QuantityMatch {
  Quantity quantity;     // status "reported", or "suppressed" for "fewer than 5", "<5"
  // What is printed with the number: percent, percentage_points, fte, headcount, gbp, gbp_per_year (_month, _week, _day,
  // _hour), hours, days, weeks, months, years; empty when bare.
  std::string unit;
  size_t begin = 0, end = 0;  // bytes in the text, bounds words, sign and unit included
  bool bracketed = false;     // stands within round brackets
  bool negative = false;      // printed with a minus sign, or as the whole text in accountant's brackets on money
  bool spelled = false;       // in words ("four and a half")
  std::string following;      // the next word or two, lower case ("posts", "social workers"), for telling what is counted
};

// The text with blanks for marks of revised, provisional or estimated figures, which are no word between a figure and its unit:
// "21,840(r) staff", "16,465 (p)". As long as before.
std::string without_revision_marks(std::string_view text);

// Every quantity in the text, in order. Dates, periods, references, telephone numbers, list labels at a line's start ("1.",
// "2)"), ages, numbers of sections, pages, grades and the like are not quantities. "Rose from 20 to 25" is two, "20 to 25" one.
std::vector<QuantityMatch> find_quantities(std::string_view text);

// The quantity that the whole text says, if it says nothing else but unit words and marks (a table cell: "39.2", "£26,890",
// "22%"). Here four digits are a number and no year, and blanks may part thousands.
std::optional<QuantityMatch> whole_quantity(std::string_view text);

// The zero that a text says where a number is expected: "None", "Nil", "No", "Zero", "No current vacancies", "There were
// none". Only for a place that asks how many: elsewhere "No" is an answer of another kind. Nothing when the text says more.
std::optional<QuantityMatch> stated_zero(std::string_view text);

}  // namespace muster
