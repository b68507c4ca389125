// Observations -> Findings: what arithmetic and comparison say about the figures of one document, and what they are worth after it.
#pragma once

#include <string>
#include <vector>

#include "normalizers/confidence.h"
#include "normalizers/vocabulary.h"
#include "schemas/observation.h"

namespace muster {

// Sets definition, confidence and review (flagged: a finding doubts it) of the observations; no value is changed. finding_id is made from the document, the kind and the
// observations concerned. Order: kind, then first observation.
std::vector<Finding> audit(const std::string& document_id, std::vector<Observation>& observations, const Vocabulary& vocabulary,
                           const Understanding& understanding = {});

}  // namespace muster
