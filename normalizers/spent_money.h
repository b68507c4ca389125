// Money that was spent, beside rates of pay. Private to normalizers/.
#pragma once

#include <string_view>

#include "normalizers/scene.h"

namespace muster {

// "£38,212 was spent in 2021-22" in answer to what agency workers are paid a week and what they cost in all: the sum is no rate.
bool tells_what_was_spent(const Scene& scene, std::string_view measure);

}  // namespace muster
