// Passages with their roles -> the flat vector of nodes: document, papers, sections, questions and answers, leaves.
#pragma once

#include <vector>

#include "extractors/outline/passage.h"

namespace muster {

// Leaves under sections; a heading opens a section that ends at the next heading of its level or above.
std::vector<Node> assemble_nodes(const std::vector<Passage>& passages);

}  // namespace muster
