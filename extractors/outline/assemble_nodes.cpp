#include "extractors/outline/assemble_nodes.h"

#include <algorithm>

namespace muster {
namespace {

NodeKind kind_of(const Passage& passage) {
  if (!passage.is_main()) return NodeKind::furniture;
  switch (passage.kind) {
    case PassageKind::heading: return NodeKind::section;
    case PassageKind::list_item: return NodeKind::list_item;
    case PassageKind::table: return NodeKind::table;
    default: return NodeKind::paragraph;
  }
}

Node node_of(const Passage& passage, int parent) {
  Node node;
  node.kind = kind_of(passage);
  node.parent = parent;
  node.voice = passage.voice;
  node.level = node.kind == NodeKind::section ? std::max(1, passage.level) : passage.level;
  node.label = passage.label;
  node.span = passage.span;
  node.place = passage.place;
  node.table = passage.table;
  node.bold = passage.bold;
  return node;
}

}  // namespace

std::vector<Node> assemble_nodes(const std::vector<Passage>& passages) {
  std::vector<Node> nodes(1);
  nodes[0].kind = NodeKind::document;
  std::vector<int> open = {0};  // the document and the sections that the next passage stands under
  for (const Passage& passage : passages) {
    const bool opens_section = kind_of(passage) == NodeKind::section;
    if (opens_section)
      while (open.size() > 1 && nodes[static_cast<size_t>(open.back())].level >= std::max(1, passage.level)) open.pop_back();
    nodes.push_back(node_of(passage, passage.is_main() ? open.back() : 0));
    if (opens_section) open.push_back(static_cast<int>(nodes.size()) - 1);
  }
  if (!nodes.empty() && !passages.empty()) nodes[0].span = {0, passages.back().span.end};
  return nodes;
}

}  // namespace muster
