// Staff in post and agency workers, what they cost and what they are paid: measures of two names, by who works. Private to
// normalizers/.
#pragma once

#include <string>

#include "normalizers/scene.h"

namespace muster {

// The measure under the name that the figure's label asks for: "Permanent:" over lines, "Fixed term" and "Agency" over columns, where
// the question asks for all of them together. `told_by`: where the measure's words stand; a cell header that names it itself is right.
std::string measure_for_whom(const Scene& scene, const std::string& measure, ContextKind told_by);

}  // namespace muster
