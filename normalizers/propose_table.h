// Candidates of one table. Private to propose.
#pragma once

#include <vector>

#include "normalizers/surroundings.h"
#include "normalizers/vocabulary.h"
#include "schemas/diagnostic.h"
#include "schemas/observation.h"

namespace muster {

// A table in which no header, title or question names a measure gives one diagnostic, "table_without_measure".
void propose_table(const Outline& outline, int node, const Surroundings& surroundings, const Vocabulary& vocabulary,
                   std::vector<Candidate>& out, Diagnostics& diagnostics);

}  // namespace muster
