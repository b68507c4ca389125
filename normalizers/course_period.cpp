#include "normalizers/course_period.h"

#include <algorithm>

#include "normalizers/course.h"

namespace muster {
namespace {

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
  const CourseEnd end = course_end(*scene.own, static_cast<size_t>(scene.ordinal));
  if (end == CourseEnd::none) return std::nullopt;
  const std::vector<Period> pair = pair_before(scene);
  if (pair.empty()) return std::nullopt;
  return end == CourseEnd::last ? pair.back() : pair.front();
}

}  // namespace muster
