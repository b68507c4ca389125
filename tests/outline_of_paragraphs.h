// An Outline of plain paragraphs, for tests of what prose says.
#pragma once

#include <algorithm>
#include <string>

#include "schemas/outline.h"

namespace muster {

// Paragraphs are parted by '|'.
inline Outline outline_of_paragraphs(const std::string& text) {
  Outline outline;
  outline.text = text;
  outline.nodes.push_back({NodeKind::document});
  for (size_t begin = 0; begin <= text.size();) {
    const size_t end = std::min(text.find('|', begin), text.size());
    Node paragraph{NodeKind::paragraph, 0};
    paragraph.span = {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
    outline.nodes.push_back(paragraph);
    begin = end + 1;
  }
  return outline;
}

}  // namespace muster
