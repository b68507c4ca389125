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
  return std::nullopt;
}

std::optional<Period> year_said_after(std::string_view after_figure, const std::string& written_on) {
  static const Pattern said("^ ?%? ?(?:\\w+ ){0,3}(this|last) year\\b");
  if (written_on.size() < 4) return std::nullopt;
  const auto found = said.all(after_figure);
  if (found.empty()) return std::nullopt;
  const bool last = found[0].groups[0].front() == 'l' || found[0].groups[0].front() == 'L';
  Period period{std::to_string(std::atoi(written_on.c_str()) - last)};
  name_in_ees(period);
  return period;
}

}  // namespace muster
