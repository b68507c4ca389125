#include "normalizers/told_from_writing.h"

#include <cstdlib>

#include "normalizers/calendar.h"
#include "normalizers/pattern.h"
#include "normalizers/period.h"
#include "schemas/text.h"

namespace muster {
namespace {

constexpr const char* months = "(january|february|march|april|may|june|july|august|september|october|november|december)";

Period month_of(int year, int month) {
  Period period{iso_month({year, month, 1})};
  name_in_ees(period);
  return period;
}

int named(const std::string& month) { return month_named(ascii_lower(month)); }

// The last such day or month that is not after the day of writing.
int year_before_writing(const Date& written, int month, int day) { return month < written.month || (month == written.month && day <= written.day) ? written.year : written.year - 1; }

// "As of 31 January", "by the end of June", "in February" without a year, in a text of that year or the year before.
std::optional<Period> named_without_year(std::string_view words, const std::string& written_on) {
  constexpr size_t day_size = 10;
  constexpr const char* year = "\\b(?:,? (\\d{4}))?";  // one that is said tells all
  static const Pattern day(std::string("\\b(?:at|on|of|by|to|until|since|from) (?:the )?(\\d{1,2})(?:st|nd|rd|th)? (?:of )?") + months + year);
  static const Pattern end_of_month(std::string("\\b(?:end|close) of ") + months + year);
  static const Pattern in_month(std::string("\\b(?:in|during) ") + months + year);
  static const Pattern ahead("\\b(?:will|would|next|due|expect(?:s|ed)?|plans?|planned|hopes?|aims?)\\b");
  if (written_on.size() < day_size || ahead.in(words)) return std::nullopt;
  const Date written = date_of_iso(written_on);
  if (const auto found = day.all(words); !found.empty() && found[0].groups[2].empty()) {
    const int m = named(found[0].groups[1]), d = std::atoi(found[0].groups[0].c_str()), y = year_before_writing(written, m, d);
    if (d < 1 || d > days_in_month(y, m)) return std::nullopt;
    Period period{iso_day({y, m, d}), "instant"};
    name_in_ees(period);
    return period;
  }
  if (const auto found = end_of_month.all(words); !found.empty() && found[0].groups[1].empty()) {
    const int m = named(found[0].groups[0]), y = year_before_writing(written, m, days_in_month(written.year, m));
    Period period{iso_day({y, m, days_in_month(y, m)}), "instant"};
    name_in_ees(period);
    return period;
  }
  if (const auto found = in_month.all(words); !found.empty() && found[0].groups[1].empty()) {
    const int m = named(found[0].groups[0]);
    return month_of(year_before_writing(written, m, 1), m);
  }
  return std::nullopt;
}

}  // namespace

std::optional<Period> told_from_writing(std::string_view words, const std::string& written_on) {
  static const Pattern month_of_year(std::string("\\b") + months + " (last|this) year\\b");
  static const Pattern last_month(std::string("\\blast ") + months + "\\b");
  static const Pattern edge_of_year("\\b(start|beginning|end) of (this|last) year\\b");
  if (written_on.size() < 7) return std::nullopt;
  const int year = std::atoi(written_on.c_str()), month = std::atoi(written_on.c_str() + 5);
  const auto year_of = [&](const std::string& which) { return which.front() == 'l' || which.front() == 'L' ? year - 1 : year; };
  if (const auto found = month_of_year.all(words); !found.empty()) return month_of(year_of(found[0].groups[1]), named(found[0].groups[0]));
  if (const auto found = last_month.all(words); !found.empty()) {
    const int said = named(found[0].groups[0]);
    return month_of(said < month ? year : year - 1, said);
  }
  if (const auto found = edge_of_year.all(words); !found.empty())
    return month_of(year_of(found[0].groups[1]), found[0].groups[0].front() == 'e' || found[0].groups[0].front() == 'E' ? 12 : 1);
  return named_without_year(words, written_on);
}

std::optional<Period> year_said_after(std::string_view after_figure, const std::string& written_on) {
  static const Pattern said("^ ?%? ?(?:\\w+ ){0,3}(this|last) year\\b");
  if (written_on.size() < 4) return std::nullopt;
  const auto found = said.all(after_figure);
  if (found.empty()) return std::nullopt;
  if (const auto month = told_from_writing(after_figure.substr(0, found[0].end), written_on)) return month;  // "as of June this year"
  const bool last = found[0].groups[0].front() == 'l' || found[0].groups[0].front() == 'L';
  Period period{std::to_string(std::atoi(written_on.c_str()) - last)};
  name_in_ees(period);
  return period;
}

}  // namespace muster
