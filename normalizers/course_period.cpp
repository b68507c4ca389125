#include "normalizers/course_period.h"

#include <algorithm>

#include "normalizers/pattern.h"

namespace muster {
namespace {

enum class End { none, first, last };

// Which end of a course the figure is; a bracket or another figure's words may not stand between.
End end_of_course(const Scene& scene) {
  static const Pattern from("\\bfrom (?:about |around |some |a rate of )?$");
  static const Pattern to("^[^.;()]{0,30}\\bto (?:about |around |some )?$");
  static const Pattern back("^[^.;()]{0,20}\\b(?:up|down) from $");
  const std::string_view text = scene.own->text;
  const auto& all = scene.own->quantities;
  const auto i = static_cast<size_t>(scene.ordinal);
  const auto between = [&](size_t a, size_t b) { return text.substr(all[a].end, all[b].begin - all[a].end); };
  const auto after_from = [&](size_t k) { return from.in(text.substr(0, all[k].begin)); };
  if (i > 0 && (back.in(between(i - 1, i)))) return End::first;
  if (i + 1 < all.size() && back.in(between(i, i + 1))) return End::last;
  if (i + 1 < all.size() && after_from(i) && to.in(between(i, i + 1))) return End::first;
  if (i > 0 && after_from(i - 1) && to.in(between(i - 1, i))) return End::last;
  return End::none;
}

// The two times of the words before, in order; none where there are more or fewer.
std::vector<Period> pair_before(const Scene& scene) {
  constexpr int whole_paragraph = 2;  // the distance at which propose_text gives all that stands before the sentence
  for (const Around& a : scene.around) {
    if (a.kind != ContextKind::previous_text || a.distance != whole_paragraph) continue;
    std::vector<Period> times;
    for (const PeriodMatch& p : a.words->periods)
      if (std::none_of(times.begin(), times.end(), [&](const Period& t) { return t.iso == p.period.iso; })) times.push_back(p.period);
    std::sort(times.begin(), times.end(), [](const Period& x, const Period& y) { return x.iso < y.iso; });
    const bool pair = times.size() == 2 && times[0].iso.size() == times[1].iso.size();
    return pair ? times : std::vector<Period>{};
  }
  return {};
}

}  // namespace

std::optional<Period> course_period(const Scene& scene) {
  if (!scene.in_prose() || !scene.quantity || !scene.own->periods.empty()) return std::nullopt;
  const End end = end_of_course(scene);
  if (end == End::none) return std::nullopt;
  const std::vector<Period> pair = pair_before(scene);
  if (pair.empty()) return std::nullopt;
  return end == End::first ? pair.front() : pair.back();
}

}  // namespace muster
