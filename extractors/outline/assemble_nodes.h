// Passages with their roles -> the flat vector of nodes: document, papers, sections, questions and answers, leaves.
#pragma once

#include <vector>

#include "extractors/outline/dialogue.h"

namespace muster {

struct NodesOfPassages {
  std::vector<Node> nodes;
  std::vector<int> leaf;   // for each passage its own node, -1 without one
  std::vector<int> papers = {0};  // for each number of Passage::paper its node
  std::vector<int> group;  // for each passage its question or answer node, -1 outside of them
};

// A heading opens a section that ends at the next heading of its level or above; a paper closes all sections. Passages of
// one answer that stand together form one answer node with leaves; a question's first passage is the question node itself.
NodesOfPassages assemble_nodes(const Dialogue& dialogue);

}  // namespace muster
