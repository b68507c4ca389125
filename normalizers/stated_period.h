// Sentences that say of when the figures around them are: "Posts are full-time equivalents on 31 May 2024", "The year is 1 April
// 2022 to 31 March 2023". Private to normalizers/.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "normalizers/scene.h"
#include "normalizers/vocabulary.h"

namespace muster {

struct Measure;

// Whether a clause dates figures that stand elsewhere; it has one period and no figure of its own, and nothing happens in it.
bool states_time(std::string_view clause);

// Whether such a clause holds for the whole document: "All figures are as at …", "unless stated otherwise", "The year is …".
bool states_time_throughout(std::string_view clause);

struct StatedPeriod {
  Period period;
  bool split_year = false;
  std::string where;
};

// From the nearest statement of the scene, no farther than that, that dates the measure: one that names it, else one that names none
// or another that is counted alike ("posts and vacancies"). A day dates a stock, a stretch what happens in it.
std::optional<StatedPeriod> stated_period(const Scene& scene, const Measure& measure, int farthest);

}  // namespace muster
