#include "extractors/outline/assemble_nodes.h"

#include <doctest/doctest.h>

using namespace muster;

TEST_CASE("assemble_nodes: a section ends at the next heading of its level or above; furniture hangs at the root") {
  auto passage = [](PassageKind kind, int level = 0) {
    Passage p;
    p.kind = kind;
    p.level = level;
    return p;
  };
  std::vector<Passage> passages = {passage(PassageKind::heading, 1), passage(PassageKind::text), passage(PassageKind::heading, 2),
                                   passage(PassageKind::table), passage(PassageKind::heading, 1), passage(PassageKind::list_item, 1)};
  passages.push_back(passage(PassageKind::text));
  passages.back().region = Region::running_footer;
  Dialogue dialogue;
  dialogue.passages = passages;
  const std::vector<Node> nodes = assemble_nodes(dialogue).nodes;
  const int parents[] = {-1, 0, 1, 1, 3, 0, 5, 0};
  const NodeKind kinds[] = {NodeKind::document, NodeKind::section, NodeKind::paragraph, NodeKind::section,
                            NodeKind::table, NodeKind::section, NodeKind::list_item, NodeKind::furniture};
  REQUIRE(nodes.size() == 8);
  for (size_t i = 0; i < nodes.size(); ++i) {
    CHECK(nodes[i].parent == parents[i]);
    CHECK(nodes[i].kind == kinds[i]);
  }
}
