#include "normalizers/calendar.h"

#include <algorithm>
#include <array>

#include "schemas/text.h"

namespace muster {
namespace {

constexpr std::array<std::string_view, 12> names = {"January", "February", "March",     "April",   "May",      "June",
                                                    "July",    "August",   "September", "October", "November", "December"};
constexpr std::array<std::string_view, 12> welsh_names = {"ionawr",     "chwefror", "mawrth", "ebrill", "mai",      "mehefin",
                                                          "gorffennaf", "awst",     "medi",   "hydref", "tachwedd", "rhagfyr"};
constexpr size_t shortest_abbreviation = 3;

std::string padded(int number, size_t width) {
  std::string digits = std::to_string(number);
  return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

// The number of text[begin, begin + size), -1 when a character there is no digit.
int number_in(std::string_view text, size_t begin, size_t size) {
  if (begin + size > text.size()) return -1;
  int n = 0;
  for (char c : text.substr(begin, size)) {
    if (!is_digit(c)) return -1;
    n = n * 10 + (c - '0');
  }
  return n;
}

}  // namespace

int days_in_month(int year, int month) {
  if (month == 2) return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

bool is_date(const Date& d) {
  return d.month >= 1 && d.month <= 12 && d.day >= 1 && d.day <= days_in_month(d.year, d.month);
}

Date next_day(Date d) {
  if (++d.day <= days_in_month(d.year, d.month)) return d;
  d.day = 1;
  if (++d.month > 12) d = {d.year + 1, 1, 1};
  return d;
}

Date months_on(Date d, int months) {
  const int count = d.year * 12 + d.month - 1 + months;
  Date out{count / 12, count % 12 + 1, d.day};
  out.day = std::min(d.day, days_in_month(out.year, out.month));
  return out;
}

Date last_of_month(Date d) { return {d.year, d.month, days_in_month(d.year, d.month)}; }

std::string iso_month(const Date& d) { return padded(d.year, 4) + "-" + padded(d.month, 2); }

std::string iso_day(const Date& d) { return iso_month(d) + "-" + padded(d.day, 2); }

Date date_of_iso(std::string_view iso) {
  Date d{number_in(iso, 0, 4), 1, 1};
  if (d.year < 0) return {0, 1, 1};
  if (iso.size() > 4 && iso[4] == '-') d.month = number_in(iso, 5, 2);
  if (iso.size() > 7 && iso[7] == '-') d.day = number_in(iso, 8, 2);
  return is_date(d) ? d : Date{0, 1, 1};
}

int month_named(std::string_view word) {
  if (word == "sept") return 9;
  for (size_t i = 0; i < names.size(); ++i) {
    const std::string name = ascii_lower(names[i]);
    if (word == name || (word.size() == shortest_abbreviation && name.starts_with(word))) return static_cast<int>(i) + 1;
  }
  const auto welsh = std::find(welsh_names.begin(), welsh_names.end(), word);
  return welsh == welsh_names.end() ? 0 : static_cast<int>(welsh - welsh_names.begin()) + 1;
}

std::string_view month_name(int month) { return month >= 1 && month <= 12 ? names[static_cast<size_t>(month) - 1] : ""; }

}  // namespace muster
