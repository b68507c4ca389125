#include "normalizers/part_of_year.h"

#include <optional>

#include "normalizers/pattern.h"
#include "normalizers/period.h"

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

Period only_period(const std::string& words) {
  const std::vector<PeriodMatch> found = find_periods(words);
  return found.size() == 1 && !found[0].split_year && !found[0].bare_year ? found[0].period : Period{};
}

}  // namespace

bool is_part_of_year(std::string_view text) { return parts_of(text).has_value(); }

Period part_of_year(std::string_view part, std::string_view year) {
  const std::optional<Parts> parts = parts_of(part);
  if (!parts) return {};
  const std::string after = " " + std::string(year);
  return parts->months.empty() ? only_period("Q" + parts->quarter + after) : only_period(parts->months + after);
}

}  // namespace muster
