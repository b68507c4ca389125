// Names of periods in the terms of DfE's Explore education statistics: time_period and time_identifier.
#include <algorithm>

#include "normalizers/calendar.h"
#include "normalizers/period.h"

namespace muster {
namespace {

constexpr int months_of_year = 12;
constexpr size_t month_length = 7, day_length = 10;  // "2019-04", "2019-04-30"

// EES writes a year over two calendar years as six digits: "201617".
std::string six_digits(int year) {
  const std::string second = std::to_string(year + 1);
  return std::to_string(year) + second.substr(second.size() - 2);
}

struct EesName {
  std::string time_period, time_identifier;
};

int financial_year_of(const Date& d) { return d.month >= 4 ? d.year : d.year - 1; }

// A whole number of months that EES names within a financial year: its quarters and halves.
EesName part_of_year(const Date& first, int months) {
  const int offset = (first.month + 8) % months_of_year;  // months since April
  const std::string year = six_digits(financial_year_of(first));
  if (months == 3 && offset % 3 == 0) return {year, "Financial year Q" + std::to_string(offset / 3 + 1)};
  if (months == 6 && offset == 0) return {year, "Part 1 (April to September)"};
  if (months == 6 && offset == 6) return {year, "Part 2 (October to March)"};
  return {};
}

EesName twelve_months(const Date& first, const Date& last) {
  if (first.day == 1 && first.month == 4) return {six_digits(first.year), "Financial year"};
  if (first.day == 6 && first.month == 4) return {six_digits(first.year), "Tax year"};
  if (first.day == 1 && first.month == 9) return {six_digits(first.year), "Academic year"};
  if (first.day == 1 && first.month == 1) return {std::to_string(first.year), "Calendar year"};
  return {std::to_string(last.year), "Reporting year"};
}

EesName name_interval(const Date& first, const Date& last) {
  const Date after = next_day(last);
  const int months = (after.year - first.year) * months_of_year + after.month - first.month;
  if (after.day != first.day) return {};
  return months == months_of_year ? twelve_months(first, last) : part_of_year(first, months);
}

EesName ees_name(const Period& p) {
  const size_t stroke = p.iso.find('/');
  const Date first = date_of_iso(p.iso);
  if (first.year == 0) return {};
  if (stroke == std::string::npos) {
    const std::string year = std::to_string(first.year);
    if (p.iso.size() == day_length) return {year, "Reporting year"};
    if (p.iso.size() == month_length) return {year, std::string(month_name(first.month))};
    if (p.kind == "instant") return {year, "Reporting year"};
    return p.kind == "duration" ? EesName{year, "Calendar year"} : EesName{};
  }
  const std::string end = p.iso.substr(stroke + 1);
  Date last = date_of_iso(end);
  if (last.year == 0 || end.size() < month_length) return {};
  if (end.size() == month_length) last = last_of_month(last);
  return name_interval(first, last);
}

}  // namespace

void name_in_ees(Period& period) {
  EesName name = ees_name(period);
  period.time_period = std::move(name.time_period);
  period.time_identifier = std::move(name.time_identifier);
}

}  // namespace muster
