#include "extractors/read/hidden_tags.h"

#include <algorithm>
#include <string>

#include "extractors/read/tag_tree.h"
#include "schemas/text.h"

namespace muster {
namespace {

constexpr std::string_view unseen_elements[] = {"head", "script", "style", "template", "noscript", "meta", "link", "svg", "math"};
constexpr std::string_view unseen_classes[] = {"hidden",  "visually-hidden",    "visuallyhidden",    "sr-only",     "screen-reader-text",
                                               "element-invisible", "screen-reader-only", "u-visually-hidden", "offscreen",
                                               "govuk-visually-hidden", "visually-hidden-focusable", "is-hidden", "d-none"};

// "display : NONE;" -> "display:none;"
std::string packed_style(const Tag& tag) {
  std::string style = ascii_lower(attribute(tag, "style"));
  std::erase_if(style, [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; });
  return style;
}

bool is_styled_away(const Tag& tag) {
  const std::string style = packed_style(tag);
  return style.find("display:none") != std::string::npos || style.find("visibility:hidden") != std::string::npos ||
         style.find("mso-hide:all") != std::string::npos;
}

// "d-none d-md-block" is shown on wide screens.
bool is_classed_away(const Tag& tag) {
  bool hidden = false;
  for (const std::string_view word : attribute_words(tag, "class")) {
    if (word.starts_with("d-") && word != "d-none" && word.find("none") == std::string_view::npos && word.find("print") == std::string_view::npos)
      return false;
    hidden |= std::ranges::find(unseen_classes, ascii_lower(word)) != std::end(unseen_classes);
  }
  return hidden;
}

}  // namespace

bool is_hidden_by_itself(const Tag& tag) {
  if (std::ranges::find(unseen_elements, tag.name) != std::end(unseen_elements)) return true;
  if (has_attribute(tag, "hidden")) return true;
  if (tag.name == "input" && ascii_lower(attribute(tag, "type")) == "hidden") return true;
  return is_styled_away(tag) || is_classed_away(tag);
}

}  // namespace muster
