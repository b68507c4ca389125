#include "normalizers/course.h"

#include "normalizers/pattern.h"

namespace muster {
namespace {

const std::string nearly = "(?:about |around |some |almost |nearly |just |over |under )*";

}  // namespace

CourseEnd course_end(const TextReading& reading, size_t quantity) {
  static const Pattern from("\\bfrom (?:an? (?:[a-z]+ )?(?:rate|level|average|high|low|peak|total) of )?" + nearly + "$");
  static const Pattern to("^[^.;()]{0,40}\\bto " + nearly + "$");
  static const Pattern back("\\b(?:up|down|rise|risen|rose|increased?|fall|fallen|fell|drop|dropped|reduction|improvement) from " + nearly + "$");
  static const Pattern directly_back("^[^.;()]{0,20}\\b(?:up|down) from " + nearly + "$");
  const std::string_view text = reading.text;
  const auto& all = reading.quantities;
  const auto before = [&](size_t i) { return text.substr(0, all[i].begin); };
  const auto between = [&](size_t i) { return text.substr(all[i].end, all[i + 1].begin - all[i].end); };
  const auto opens = [&](size_t i) { return i + 1 < all.size() && from.in(before(i)) && to.in(between(i)); };
  if (quantity >= all.size()) return CourseEnd::none;
  if (opens(quantity)) return CourseEnd::first;
  if (quantity > 0 && opens(quantity - 1)) return CourseEnd::last;
  if (back.in(before(quantity))) return CourseEnd::earlier;
  return quantity + 1 < all.size() && directly_back.in(between(quantity)) ? CourseEnd::last : CourseEnd::none;
}

void leave_time_to_end(const TextReading& reading, Bound& beginning) {
  static const Pattern year_to("\\b(?:year|(?:twelve|12) months) (?:to|ending|ended|up to) (?:the |end of |spring |summer |autumn |winter )*$"), of_year("\\b(?:year|months)\\b");
  if (beginning.period < 0) return;
  const Mention &period = reading.mentions[static_cast<size_t>(beginning.period)], &figure = reading.mentions[static_cast<size_t>(beginning.figure)];
  const std::string_view text = reading.text;
  const bool earlier = course_end(reading, static_cast<size_t>(figure.index)) == CourseEnd::earlier;
  const bool interval = period.code.find('/') != std::string::npos, ends_year = interval && of_year.in(text.substr(period.begin, period.end - period.begin));
  if (earlier ? period.begin > figure.end : interval && !ends_year) return;
  if (ends_year || year_to.in(text.substr(0, period.begin))) beginning.shifted_from = beginning.period, beginning.shift_years = -1;
  beginning.period = -1;
}

}  // namespace muster
