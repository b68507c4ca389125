// The status codes of schemas/vocabulary/statuses.csv with the symbols of the Government Statistical Service and of SDMX CL_OBS_STATUS that belong to them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "schemas/observation.h"

namespace muster {

struct Status {
  std::string code, shorthand, obs_status, meaning;
};

const std::vector<Status>& statuses();

// Null when there is no such status.
const Status* find_status(std::string_view code);

// The symbols of one quantity: those of its status, and "e", "E" for a reported figure that is said to be approximate.
std::string_view shorthand(const Quantity& quantity);
std::string_view obs_status(const Quantity& quantity);

}  // namespace muster
