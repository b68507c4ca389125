// Candidates of one paragraph or list item. Private to propose.
#pragma once

#include <vector>

#include "normalizers/surroundings.h"
#include "normalizers/vocabulary.h"
#include "schemas/observation.h"

namespace muster {

void propose_text(const Outline& outline, int node, const Surroundings& surroundings, const Vocabulary& vocabulary,
                  std::vector<Candidate>& out);

}  // namespace muster
