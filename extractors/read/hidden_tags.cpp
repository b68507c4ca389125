#include "extractors/read/hidden_tags.h"

#include <algorithm>
#include <string>

#include "extractors/read/tag_tree.h"
#include "schemas/text.h"

namespace muster {
namespace {

constexpr std::string_view unseen_elements[] = {"head", "script", "style", "template", "noscript", "meta", "link", "svg", "math",
                                                "del", "s", "strike"};
constexpr std::string_view unseen_classes[] = {"hidden", "is-hidden", "d-none"};
constexpr std::string_view read_out_classes[] = {"visually-hidden", "visuallyhidden", "sr-only", "screen-reader-text",
                                                 "screen-reader-only", "element-invisible", "u-visually-hidden",
                                                 "govuk-visually-hidden", "visually-hidden-focusable", "offscreen"};

template <size_t size>
bool has_class(const Tag& tag, const std::string_view (&classes)[size]) {
  const std::vector<std::string_view> words = attribute_words(tag, "class");
  return std::ranges::any_of(words, [&](std::string_view w) { return std::ranges::find(classes, ascii_lower(w)) != std::end(classes); });
}

// "display : NONE;" -> "display:none;"
std::string packed_style(const Tag& tag) {
  std::string style = ascii_lower(attribute(tag, "style"));
  std::erase_if(style, [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; });
  return style;
}

bool is_styled_away(const Tag& tag) {
  const std::string style = packed_style(tag);
  return style.find("display:none") != std::string::npos || style.find("visibility:hidden") != std::string::npos ||
         style.find("text-decoration:line-through") != std::string::npos ||
         style.find("mso-hide:all") != std::string::npos;
}

// "d-none d-md-block" is shown on wide screens.
bool is_shown_on_wide_screens(const Tag& tag) {
  return std::ranges::any_of(attribute_words(tag, "class"), [](std::string_view w) {
    return w.starts_with("d-") && w.find("none") == std::string_view::npos && w.find("print") == std::string_view::npos;
  });
}

}  // namespace

bool is_hidden_by_itself(const Tag& tag) {
  if (std::ranges::find(unseen_elements, tag.name) != std::end(unseen_elements)) return true;
  if (has_attribute(tag, "hidden")) return true;
  if (tag.name == "input" && ascii_lower(attribute(tag, "type")) == "hidden") return true;
  if (is_styled_away(tag) || is_for_screen_readers(tag)) return true;
  return has_class(tag, unseen_classes) && !is_shown_on_wide_screens(tag);
}

bool is_for_screen_readers(const Tag& tag) { return has_class(tag, read_out_classes); }

}  // namespace muster
