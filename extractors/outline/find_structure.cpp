#include "extractors/outline/find_structure.h"

#include <algorithm>

#include "extractors/outline/assemble_nodes.h"
#include "extractors/outline/compose_text.h"
#include "extractors/outline/dissolve_tables.h"
#include "extractors/outline/read_letter.h"
#include "extractors/outline/settle_exchanges.h"
#include "extractors/outline/split_passages.h"
#include "extractors/outline/tell_document_type.h"
#include "extractors/outline/tell_zones.h"

namespace muster {
Outline find_structure(const Document& document, const Blocks& blocks, const DocumentWords& words, Diagnostics&) {
  Composition composition = compose_text(blocks);
  Dialogue dialogue;
  const std::string type = tell_document_type(document, composition.passages, words);
  if (type == "foi_response") {
    std::vector<Passage> passages = dissolve_tables(composition.passages, composition.tables, words);
    passages = split_passages(passages, words);
    tell_zones(passages, words);
    dialogue = read_letter(std::move(passages), words);
  } else {
    dialogue.passages = std::move(composition.passages);
  }
  NodesOfPassages assembled = assemble_nodes(dialogue);
  Outline outline;
  outline.exchanges = settle_exchanges(dialogue, assembled, composition.tables, words);
  outline.nodes = std::move(assembled.nodes);
  outline.text = std::move(composition.text);
  outline.tables = std::move(composition.tables);
  outline.document_type = type;
  outline.language = document.language;
  return outline;
}

}  // namespace muster
