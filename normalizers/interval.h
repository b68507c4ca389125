// Interval arithmetic on printed figures. A figure printed as 32.15 stands for every number that rounds or truncates to it,
// so equations between printed figures are tested on intervals, never on equality.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "schemas/observation.h"

namespace muster {

// Closed interval, lo <= hi, around the value as stated; `stated` goes through the same arithmetic as the bounds.
struct Interval {
  double lo = 0, hi = 0;
  double stated = 0;

  bool contains(double x) const { return lo <= x && x <= hi; }
};

bool overlap(const Interval& a, const Interval& b);
Interval operator+(const Interval& a, const Interval& b);
// a / b; b must not contain 0.
Interval operator/(const Interval& a, const Interval& b);
Interval operator*(double factor, const Interval& a);

// What a printed decimal may stand for: half a unit of its last digit below (rounding), a whole unit above (truncation).
// None when the text is no decimal.
std::optional<Interval> printed_interval(const Decimal& value);

// The same for a figure whose value was written out from thousands or millions: "£8.4m" is 8400000 to the nearest hundred thousand.
std::optional<Interval> printed_interval(const Decimal& value, std::string_view raw);

// What a quantity bounds: a printed figure, both ends of a range, the bounds of a suppressed count. None without both bounds, or
// for an approximate figure, whose precision nobody states.
std::optional<Interval> interval_of(const Quantity& quantity);

// Decimals as a person would write a computed figure beside printed ones: two places, no trailing zeros ("33.19", "8.1").
std::string shown(double value);

}  // namespace muster
