// Rates that the parts of a document allow and that it does not state by the official definition: rows of their own (basis derived),
// never mixed with what was said.
#pragma once

#include <string>
#include <vector>

#include "normalizers/vocabulary.h"
#include "schemas/observation.h"

namespace muster {

// One row for each group of people and time whose parts are stated surely, counted the same way and only once, by every rule of
// equations.csv that is marked standard. `definition` names the rule, `evidence` the parts; confidence is that of the weakest part. One decimal,
// as official statistics print.
std::vector<Observation> derive(const std::string& document_id, const std::vector<Observation>& observations, const Vocabulary& vocabulary);

// Sets comparability: definition_differs where a rate's definition is known and is not the standard one.
void mark_definitions(const Vocabulary& vocabulary, std::vector<Observation>& observations);

}  // namespace muster
