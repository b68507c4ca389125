#include "normalizers/year_end.h"

#include <algorithm>
#include <cstdlib>

#include "normalizers/calendar.h"
#include "normalizers/pattern.h"
#include "normalizers/period.h"
#include "schemas/text.h"

namespace muster {
namespace {

const Pattern& day_and_month() {
  static const Pattern pattern(
      "\\b(\\d{1,2})(?:st|nd|rd|th)? (jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
      "oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?,?(?: (\\d{4}))?");
  return pattern;
}

Period period_of(std::string iso, std::string kind) {
  Period p;
  p.iso = std::move(iso);
  p.kind = std::move(kind);
  name_in_ees(p);
  return p;
}

Date year_before(const Date& end) { return next_day(months_on(end, -12)); }

// An ISO day, month or year so many years on; a 29 February falls on the 28th.
std::string moved_iso(std::string_view iso, int years) {
  const Date date = date_of_iso(iso);
  if (date.year == 0) return std::string(iso);
  const Date moved = months_on(date, 12 * years);
  if (iso.size() == 4) return iso_day(moved).substr(0, 4);
  return iso.size() == 7 ? iso_month(moved) : iso_day(moved);
}

bool year_leads_to(std::string_view before) {
  static const Pattern pattern("\\b(?:year|years|months)(?: that)?(?: to| up to| ending| ended| ends?| end)?(?: on)?(?: the)? ?$");
  return pattern.in(before);
}

// From the days and months of the text.
std::optional<YearEnd> defined_by(std::string_view text, const std::vector<Pattern::Match>& days) {
  static const Pattern runs("\\b(?:years?|12 months|period)\\b[^.;]{0,40}\\b(?:runs?|starts?|begins?|is|are|from|covers?)\\b[^.;]{0,12}$");
  if (days.size() != 2 || !days[0].groups[2].empty() || !runs.in(text.substr(0, days[0].begin))) return std::nullopt;
  const auto day = [](const Pattern::Match& m, int year) { return Date{year, month_named(ascii_lower(m.groups[1])), std::atoi(m.groups[0].c_str())}; };
  constexpr int common_year = 2001;
  const Date begin = day(days[0], common_year), end = day(days[1], common_year);
  if (end.month == 0 || end.day < 1 || end.day > days_in_month(common_year, end.month)) return std::nullopt;
  const Date next = next_day(end);
  if (next.month != begin.month || next.day != begin.day) return std::nullopt;
  return YearEnd{end.month, end.day, true};
}

}  // namespace

std::optional<YearEnd> end_of_defined_year(std::string_view text) { return defined_by(text, day_and_month().all(text)); }

std::optional<YearEnd> find_year_end(std::string_view text) {
  const std::vector<Pattern::Match> days = day_and_month().all(text);
  if (const std::optional<YearEnd> defined = defined_by(text, days)) return defined;
  static const Pattern counted_on("\\bas (?:at|of)(?: the)? $");
  std::optional<YearEnd> found;
  for (const Pattern::Match& match : days) {
    if (!match.groups[2].empty()) continue;
    const std::string month = ascii_lower(match.groups[1]);
    YearEnd end{month_named(month), std::atoi(match.groups[0].c_str())};
    if (end.month == 0 || end.day < 1 || end.day > days_in_month(2000, end.month)) continue;
    if (found && (found->month != end.month || found->day != end.day)) return std::nullopt;
    end.flow = year_leads_to(text.substr(0, match.begin));
    end.counted_on = counted_on.in(text.substr(0, match.begin));
    found = end;
  }
  return found;
}

bool speaks_of_a_year(std::string_view text) {
  static const Pattern pattern("\\b(?:in|over|during|for)? ?(?:the )?(?:preceding )?(?:year|twelve months|12 months|12-month)\\b|\\bannual(?:ly)?\\b");
  static const Pattern repeated("\\b(?:every|each) ?$");  // "counted every year, as at 30 September": when, not how long
  const std::vector<Pattern::Match> found = pattern.all(text);
  return std::any_of(found.begin(), found.end(), [&](const Pattern::Match& m) { return !repeated.in(text.substr(0, m.begin)); });
}

Period at_year_end(const Period& period, const YearEnd& end, bool as_interval) {
  const bool year = period.iso.size() == 4, month = period.iso.size() == 7;
  const Date date = date_of_iso(period.iso);
  if (date.year == 0 || (!year && !(month && date.month == end.month))) return {};
  const Date day{date.year, end.month, std::min(end.day, days_in_month(date.year, end.month))};
  if (!as_interval) return period_of(iso_day(day), "instant");
  return period_of(iso_day(year_before(day)) + "/" + iso_day(day), "duration");
}

Period at_split_year_end(const Period& period, const YearEnd& end) {
  const size_t slash = period.iso.find('/');
  const Date last = slash == std::string::npos ? Date{} : date_of_iso(period.iso.substr(slash + 1));
  if (last.year == 0) return {};
  const Date day{last.year, end.month, std::min(end.day, days_in_month(last.year, end.month))};
  return period_of(iso_day(year_before(day)) + "/" + iso_day(day), "duration");
}

Period year_to(const Period& day) {
  const Date date = date_of_iso(day.iso);
  if (date.year == 0) return {};
  if (day.iso.size() == 7) return period_of(iso_month(months_on(date, -11)) + "/" + day.iso, "duration");
  if (day.iso.size() != 10) return {};
  return period_of(iso_day(year_before(date)) + "/" + iso_day(date), "duration");
}

Period moved(const Period& period, int years) {
  const size_t slash = period.iso.find('/');
  if (slash == std::string::npos) return period_of(moved_iso(period.iso, years), period.kind);
  return period_of(moved_iso(period.iso.substr(0, slash), years) + "/" + moved_iso(period.iso.substr(slash + 1), years), period.kind);
}

}  // namespace muster
