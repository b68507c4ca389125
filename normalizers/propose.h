// Outline -> Candidates: every place where a figure, or its stated absence, may stand, with the words around it.
#pragma once

#include <vector>

#include "normalizers/vocabulary.h"
#include "schemas/diagnostic.h"
#include "schemas/observation.h"
#include "schemas/outline.h"

namespace muster {

std::vector<Candidate> propose(const Outline& outline, const Vocabulary& vocabulary, Diagnostics& diagnostics);

}  // namespace muster
