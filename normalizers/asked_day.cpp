#include "normalizers/asked_day.h"

#include <algorithm>

#include "normalizers/pattern.h"

namespace muster {
namespace {

constexpr size_t year_size = 4, day_size = 10;  // characters of "2022" and of "2022-04-01"

bool repeats_the_day(std::string_view question) {
  static const Pattern pattern("\\b(?:(?:the )?same (?:date|day|time|point)|that (?:date|day)|this (?:date|day)) (?:in|of|for|each|every)\\b");
  return pattern.in(question);
}

}  // namespace

Period asked_day(const Period& year, std::string_view question, const std::vector<PeriodMatch>& periods_of_question) {
  if (year.iso.size() != year_size) return {};
  std::string month_and_day;
  bool named = false;
  const bool repeats = repeats_the_day(question);
  for (const PeriodMatch& p : periods_of_question) {
    const std::string& iso = p.period.iso;
    const bool day = iso.size() == day_size;
    if (!day && !(p.bare_year && repeats)) return {};
    if (day && !month_and_day.empty() && iso.substr(year_size) != month_and_day) return {};
    if (day) month_and_day = iso.substr(year_size);
    named |= iso.starts_with(year.iso);
  }
  if (!named || month_and_day.empty()) return {};
  Period out{year.iso + month_and_day, "instant"};
  name_in_ees(out);
  return out;
}

}  // namespace muster
