#include "normalizers/part_of_year.h"

#include <optional>

#include "normalizers/calendar.h"
#include "normalizers/pattern.h"
#include "normalizers/period.h"
#include "schemas/text.h"

namespace muster {
namespace {

struct Parts {
  std::string quarter, months;  // "1"; "Apr–Jun"
};

std::optional<Parts> parts_of(std::string_view text) {
  static const std::string month =
      "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
  static const Pattern pattern("^\\W*(?:(?:q|qtr|quarter)\\.?\\s?([1-4])|([1-4])(?:st|nd|rd|th) quarter)?\\W*(" + month + "(?:\\s*(?:-|–|to|/)\\s*" + month +
                               ")?)?(?: (?:actual|figures?|position|total))?\\W*$");
  for (const Pattern::Match& m : pattern.all(text)) {
    Parts parts{m.groups[0] + m.groups[1], m.groups[2]};
    if (!parts.quarter.empty() || !parts.months.empty()) return parts;
  }
  return std::nullopt;
}

constexpr int first_month_of_financial_year = 4;

// The year in which the last of the months lies; empty where `year` is no single year.
std::string year_of(std::string_view months, std::string_view year) {
  const std::vector<PeriodMatch> found = find_periods(year);
  if (found.size() != 1 || !(found[0].split_year || found[0].bare_year)) return {};
  const int first = date_of_iso(found[0].period.iso).year;
  const std::string last = ascii_lower(months.substr(months.find_last_of(" -/\x93") + 1));  // x93: the last byte of an en dash
  const std::string name = last.ends_with('.') ? last.substr(0, last.size() - 1) : last;
  return std::to_string(found[0].split_year && month_named(name) < first_month_of_financial_year ? first + 1 : first);
}

Period only_period(const std::string& words) {
  const std::vector<PeriodMatch> found = find_periods(words);
  return found.size() == 1 && !found[0].split_year && !found[0].bare_year ? found[0].period : Period{};
}

}  // namespace

bool is_part_of_year(std::string_view text) { return parts_of(text).has_value(); }

Period part_of_year(std::string_view part, std::string_view year) {
  const std::optional<Parts> parts = parts_of(part);
  if (!parts) return {};
  if (parts->months.empty()) return only_period("Q" + parts->quarter + " " + std::string(year));
  const std::string of = year_of(parts->months, year);
  return of.empty() ? Period{} : only_period(parts->months + " " + of);
}

Period month_within(std::string_view part, const Period& stretch) {
  const std::optional<Parts> parts = parts_of(part);
  const size_t slash = stretch.iso.find('/');
  if (!parts || parts->months.empty() || !parts->quarter.empty() || slash == std::string::npos) return {};
  const std::string first = stretch.iso.substr(0, slash), last = stretch.iso.substr(slash + 1);
  const int from = date_of_iso(first).year, to = date_of_iso(last).year;
  Period found;
  for (int year = from; from > 0 && year <= to; ++year) {
    const Period month = only_period(parts->months + " " + std::to_string(year));
    const bool inside = month.iso.size() == 7 && first.substr(0, 7) <= month.iso && month.iso <= last.substr(0, 7);
    if (inside && !found.iso.empty()) return {};
    if (inside) found = month;
  }
  return found;
}

}  // namespace muster
