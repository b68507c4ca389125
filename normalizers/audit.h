// Observations -> Findings: what arithmetic and comparison say about the figures of one document. Nothing is changed here.
#pragma once

#include <string>
#include <vector>

#include "schemas/observation.h"

namespace muster {

// finding_id is made from the document, the kind and the observations concerned. Order: kind, then first observation.
std::vector<Finding> audit(const std::string& document_id, const std::vector<Observation>& observations);

}  // namespace muster
