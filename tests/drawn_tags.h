// Tags drawn for comparison: "p(Agency b(4))", hidden ones in brackets.
#pragma once

#include <string>
#include <vector>

#include "schemas/document.h"
#include "schemas/text.h"

namespace muster::testing {

inline std::string drawn(const std::vector<Tag>& tags, bool with_attributes = true, int parent = -1) {
  std::string out;
  for (size_t i = 0; i < tags.size(); ++i) {
    const Tag& tag = tags[i];
    if (tag.parent != parent) continue;
    std::string piece = tag.name == "#text" ? single_spaced(tag.text) : tag.name;
    if (with_attributes)
      for (const auto& [key, value] : tag.attributes) piece += " " + key + "=" + value;
    const std::string inner = drawn(tags, with_attributes, static_cast<int>(i));
    if (!inner.empty()) piece += "(" + inner + ")";
    if (tag.hidden) piece = "[" + piece + "]";
    if (!piece.empty() && piece != "[]") out += (out.empty() ? "" : " ") + piece;
  }
  return out;
}

}  // namespace muster::testing
