#include "extractors/outline/find_structure.h"

#include "extractors/outline/assemble_nodes.h"
#include "extractors/outline/compose_text.h"

namespace muster {

Outline find_structure(const Document& document, const Blocks& blocks, const DocumentWords&, Diagnostics&) {
  Composition composition = compose_text(blocks);
  Outline outline;
  outline.nodes = assemble_nodes(composition.passages);
  outline.text = std::move(composition.text);
  outline.tables = std::move(composition.tables);
  outline.language = document.language;
  return outline;
}

}  // namespace muster
