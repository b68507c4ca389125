#include "normalizers/relative_period.h"

#include <map>
#include <string>

#include "normalizers/calendar.h"
#include "normalizers/pattern.h"
#include "normalizers/period.h"
#include "normalizers/year_end.h"

namespace muster {
namespace {

constexpr int months_of_quarter = 3;

const std::string tail = "(?:'s)?(?: (?:actual|outturn|figures?|position|results?|total|value|performance))?\\W*$";
const std::string before = "^\\W*(?:the )?(?:last|previous|prior|preceding)";

const Pattern& year_before() {
  static const Pattern pattern(before + " (?:financial )?year" + tail + "|^\\W*(?:the )?same (?:month|quarter|period|time|point|date)(?: in the)? (?:last|previous|prior) year" + tail +
                               "|^\\W*(?:a |one )?year (?:ago|earlier|before|previously)\\W*$|^\\W*(?:12|twelve) months (?:ago|earlier|before)\\W*$");
  return pattern;
}

const Pattern& quarter_before() {
  static const Pattern pattern(before + " (?:quarter|qtr)" + tail);
  return pattern;
}

const Pattern& month_before() {
  static const Pattern pattern(before + " month" + tail);
  return pattern;
}

std::string month_moved(std::string_view iso, int months) { return iso_month(months_on(date_of_iso(iso), months)); }

bool is_quarter(const std::string& iso) {
  return iso.size() == 15 && month_moved(iso.substr(0, 7), months_of_quarter - 1) == iso.substr(8);
}

Period named(std::string iso, const std::string& kind) {
  Period p{std::move(iso), kind};
  name_in_ees(p);
  return p;
}

}  // namespace

bool is_relative_period(std::string_view text) { return year_before().in(text) || quarter_before().in(text) || month_before().in(text); }

Period relative_period(std::string_view text, const Period& of_table) {
  const std::string& iso = of_table.iso;
  if (iso.empty() || iso.ends_with("..")) return {};
  if (year_before().in(text)) return moved(of_table, -1);
  if (month_before().in(text) && iso.size() == 7) return named(month_moved(iso, -1), of_table.kind);
  if (quarter_before().in(text) && is_quarter(iso))
    return named(month_moved(iso.substr(0, 7), -months_of_quarter) + "/" + month_moved(iso.substr(8), -months_of_quarter), of_table.kind);
  return {};
}

int years_moved(std::string_view marker) {
  static const std::map<std::string_view, int> years = {{"year_after", 1}, {"year_before", -1}, {"two_years_after", 2}, {"two_years_before", -2}};
  const auto found = years.find(marker);
  return found == years.end() ? 0 : found->second;
}

}  // namespace muster
