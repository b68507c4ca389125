// Recommendations and planned actions of committee papers: rows of action plans, and the items under a heading
// "Recommendations".
#pragma once

#include <vector>

#include "extractors/outline/passage.h"
#include "extractors/read/document_words.h"
#include "schemas/diagnostic.h"

namespace muster {

// An action table has a column of actions or recommendations and one of people or dates, told by its header's words. A row
// without a recommendation goes on with the recommendation above it; a row without an action with the action above it.
// Rows that a converter broke at printed lines are joined; where it is not certain which row a piece belongs to, the action
// is `damaged` and a diagnostic says so.
std::vector<Action> find_actions(const std::vector<Passage>& passages, const std::vector<Table>& tables,
                                 const DocumentWords& words, Diagnostics& diagnostics);

}  // namespace muster
