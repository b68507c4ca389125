// The unit printed after a number. Private to normalizers/.
#pragma once

#include <string>

#include "normalizers/tokens.h"

namespace muster {

struct UnitWords {
  std::string unit;  // percent percentage_points fte headcount hours days weeks months years gbp; empty when none is printed
  size_t next = 0;   // token after them
  int places = 0;    // the number counts so many decimal places more (k 3, m 6, pence -2)
};

// What follows a number: "%", " FTE", "(WTE)", "k", " million pounds", "p". `money` where a sign of money stands before it,
// `decimals` where the number has a decimal point (a bare "6m" may be months, "1.5m" is not).
UnitWords unit_after(const Tokens& tokens, size_t index, bool money, bool decimals);

// "gbp_per_year" for "per annum", "pa", "a year"; also per_month, per_week, per_day, per_hour. Unit empty when none follows.
UnitWords pay_rate_after(const Tokens& tokens, size_t index);

// "fte" or "headcount" for the word; empty for any other.
std::string people_unit(const Token& token);

}  // namespace muster
