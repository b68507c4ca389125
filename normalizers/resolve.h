// Candidates -> Observations: every dimension told with evidence or left empty; a candidate that cannot be placed is a diagnostic.
#pragma once

#include <string>
#include <vector>

#include "normalizers/vocabulary.h"
#include "schemas/diagnostic.h"
#include "schemas/observation.h"
#include "schemas/outline.h"

namespace muster {

std::vector<Observation> resolve(const std::string& document_id, const std::vector<Candidate>& candidates,
                                 const Outline& outline, const DocumentRecord& record, const Vocabulary& vocabulary,
                                 Diagnostics& diagnostics);

}  // namespace muster
