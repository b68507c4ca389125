// Blocks -> the canonical text of the document, its tables with their spans, and the passages that cover it.
// Blocks are parted by a blank line, forced breaks stay newlines, cells are parted by a tab and rows by a newline.
#pragma once

#include <string>
#include <vector>

#include "extractors/outline/passage.h"

namespace muster {

struct Composition {
  std::string text;
  std::vector<Table> tables;
  std::vector<Passage> passages;
};

Composition compose_text(const Blocks& blocks);

}  // namespace muster
