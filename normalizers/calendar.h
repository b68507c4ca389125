// Days of the Gregorian calendar, without a clock. Private to normalizers/.
#pragma once

#include <string>
#include <string_view>

namespace muster {

struct Date {
  int year = 0, month = 1, day = 1;
  auto operator<=>(const Date&) const = default;
};

int days_in_month(int year, int month);
bool is_date(const Date& date);
Date next_day(Date date);
// The same day of the month so many months on (back when negative), or that month's last day where it has no such day.
Date months_on(Date date, int months);
Date last_of_month(Date date);

std::string iso_day(const Date& date);    // "2019-04-30"
std::string iso_month(const Date& date);  // "2019-04"

// The date that an ISO 8601 day, month or year begins with ("2019-04" is 2019-04-01); year 0 when it is none.
Date date_of_iso(std::string_view iso);

// 1 to 12 for "april", "apr", "sept" in lower case; 0 when the word is no month.
int month_named(std::string_view word);
std::string_view month_name(int month);  // "April"

}  // namespace muster
