// The word that says which measure a figure is, with the place where it stands. Private to tell_measure.
#pragma once

#include <string>

#include "normalizers/scene.h"

namespace muster {

// Bare role words ("social workers") count as a measure only at this weight, in headers and bare answers.
constexpr int light_weight = 1;
constexpr int prose_weight = 2;

struct Choice {
  const Mention* mention = nullptr;
  const Around* where = nullptr;  // null: the own words
  bool ambiguous = false;
};

// The heaviest measure of a text that a figure in this unit can be; the first among equals. What stands in brackets only
// explains what stands outside ("Agency (within vacancies)").
Choice best_in(const Scene& scene, const TextReading& words, const std::string& unit, int least_weight);

// Whether a text names another measure beside the chosen one; words within its own words are no other.
bool names_another(const Scene& scene, const TextReading& words, const Mention& chosen, const std::string& unit);

// Whether a label is a length of service: "2 to 5 years".
bool is_band_of_service(const TextReading& label);

}  // namespace muster
