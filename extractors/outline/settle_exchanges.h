// The paired dialogue -> one Exchange for each question, with shared answers, answers of the whole question for its parts,
// columns of one table for several questions, and notes from further down.
#pragma once

#include <vector>

#include "extractors/outline/dialogue.h"
#include "extractors/outline/assemble_nodes.h"

namespace muster {

std::vector<Exchange> settle_exchanges(const Dialogue& dialogue, const NodesOfPassages& nodes, const DocumentWords& words);

}  // namespace muster
