// One stretch of the calendar as it is printed in one place: a day, a month, a year, a year over two calendar years, a quarter.
// Private to normalizers/; period.h joins stretches with the words around them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "normalizers/calendar.h"
#include "normalizers/tokens.h"

namespace muster {

enum class Grain { day, month, year, split_year };

struct Stretch {
  Date first, last;
  Grain grain = Grain::day;
  size_t next = 0;            // index of the token after it
  bool year_missing = false;  // "1 March", "April": the year of `first` and `last` is 0
  bool untold = false;        // words of the calendar that name no certain stretch ("FY17", "Q1 2019", "31/02/2019")
  bool bare_year = false;     // nothing but the four digits of a year
  bool academic = false;      // said to be an academic or school year
};

// The longest stretch that begins at the token. Two-digit years are 2000 to 2049 and 1990 to 1999.
std::optional<Stretch> stretch_at(const Tokens& tokens, size_t index);

// The same stretch in another year; for "1 April" and "April", whose year stands elsewhere.
Stretch in_year(Stretch stretch, int year);

// The split year as an academic one (September to August).
Stretch as_academic(Stretch stretch);

// ISO 8601 of the days from a stretch's first to its last, in the grain given.
std::string iso_of(const Date& first, const Date& last, Grain grain);

}  // namespace muster
