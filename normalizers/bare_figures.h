// Figures that stand on a line of their own with their label on the next or the one before: tiles of a dashboard, lists of terms,
// panels that open. Private to normalizers/.
#pragma once

#include <vector>

#include "normalizers/surroundings.h"
#include "normalizers/vocabulary.h"
#include "schemas/outline.h"

namespace muster {

// For each node the node that labels its bare figure, -1 where it is no such figure or where it is not certain which of its
// neighbours labels it. Answers to questions are left out: their figures have the question.
std::vector<int> labels_of_bare_figures(const Outline& outline, const Surroundings& surroundings, const Vocabulary& vocabulary);

// Appends the candidate of a bare figure; its own text runs from the first to the last of the two lines.
void propose_bare_figure(const Outline& outline, int node, int label, const Surroundings& surroundings, const Vocabulary& vocabulary,
                         std::vector<Candidate>& out);

}  // namespace muster
