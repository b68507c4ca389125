// What the words of a measure mean for a figure in this unit: a rate's count, a count's rate, what agency workers cost. Private to
// tell_measure.
#pragma once

#include <string>

#include "normalizers/scene.h"
#include "normalizers/workforce_words.h"

namespace muster {

// The code of the measure. `unit`: the unit that decides between measures; `own_words`: the measure stands in the figure's own words.
std::string measure_in_unit(const Scene& scene, const Measure& measure, const std::string& unit, bool own_words);

}  // namespace muster
