// Times told by what was said before: "on that date", "a year earlier". Private to tell_period.
#pragma once

#include <optional>
#include <string_view>

#include "normalizers/scene.h"
#include "schemas/observation.h"

namespace muster {

// Whether a text speaks of a date named before it.
bool refers_back(std::string_view text);

// Whether other sentences of the answer stand before the figure's: "at that time" is then the time that those speak of.
bool follows_other_sentences(const Scene& scene);

// The day of the answer, else of the question, before; or, in prose, the time of the sentence before, moved by its "a year before".
std::optional<Period> period_referred_to(const Scene& scene);

}  // namespace muster
