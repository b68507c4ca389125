// "12, 9 and 7 in 2019, 2020 and 2021 respectively": figures and words that pair in their order.
#pragma once

#include <vector>

#include "normalizers/bind.h"

namespace muster {

// Gives each figure of a row of figures that "respectively" closes its own period, place, service, grade … from a row of as
// many such words. A place that the row's number does not match is unbound, since it would be another's.
void pair_respectively(const TextReading& reading, std::vector<Bound>& all);

}  // namespace muster
