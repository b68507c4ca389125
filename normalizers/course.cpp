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

}  // namespace muster
