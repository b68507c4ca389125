#include "extractors/office/docx_styles.h"

#include <charconv>

#include "schemas/text.h"

namespace muster {
namespace {

// Styles inherit a few levels at most; a longer chain is a circle.
constexpr int most_style_parents = 20;

bool is_on(const Tag& tag) {
  const std::string_view value = attribute(tag, "val");
  return value != "0" && value != "false" && value != "none" && value != "off";
}

std::optional<int> number_of(const Tag& tag) {
  const std::string_view text = attribute(tag, "val");
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc()) return std::nullopt;
  return value;
}

void take_property(const TagTree& tree, int i, DocxLook& look) {
  const Tag& tag = tree[i];
  if (tag.name == "pStyle" || tag.name == "rStyle") look.style = attribute(tag, "val");
  else if (tag.name == "outlineLvl") look.outline_level = number_of(tag);
  else if (tag.name == "b") look.bold = is_on(tag);
  else if (tag.name == "i") look.italic = is_on(tag);
  else if (tag.name == "vanish" || tag.name == "strike" || tag.name == "dstrike") look.hidden = look.hidden.value_or(false) || is_on(tag);
  else if (tag.name == "del") look.deleted = true;
  else if (tag.name == "vertAlign") look.superscript = attribute(tag, "val") == "superscript";
  if (tag.name != "numPr") return;
  for (const int child : tree.children(i)) {
    if (tree[child].name == "numId") look.list = attribute(tree[child], "val");
    if (tree[child].name == "ilvl") look.list_level = number_of(tree[child]);
  }
}

template <class T>
void fill(std::optional<T>& value, const std::optional<T>& below) {
  if (!value) value = below;
}

// "heading 2", "Title": names that Word gives in every language version.
std::optional<int> level_by_name(const std::string& name) {
  const std::string lower = ascii_lower(name);
  if (lower == "title") return 0;
  if (lower.starts_with("heading ") && lower.size() == 9 && is_digit(lower[8])) return lower[8] - '1';
  return std::nullopt;
}

}  // namespace

void DocxLook::inherit(const DocxLook& below) {
  fill(outline_level, below.outline_level);
  fill(list, below.list);
  fill(list_level, below.list_level);
  fill(bold, below.bold);
  fill(italic, below.italic);
  fill(superscript, below.superscript);
  fill(hidden, below.hidden);
}

DocxLook look_of_properties(const TagTree& tree, int properties) {
  DocxLook look;
  for (const int child : tree.children(properties)) take_property(tree, child, look);
  return look;
}

DocxStyles::DocxStyles(const std::vector<Tag>& styles) {
  const TagTree tree(styles);
  for (int i = 0; i < tree.size(); ++i) {
    if (tree[i].name == "style") read_style(tree, i);
    if (tree[i].name == "lang" && language_.empty() && tree.ancestor(i, "docDefaults") >= 0) language_ = attribute(tree[i], "val");
  }
}

void DocxStyles::read_style(const TagTree& tree, int i) {
  const std::string id(attribute(tree[i], "styleId"));
  Style& style = styles_[id];
  for (const int child : tree.children(i)) {
    const Tag& tag = tree[child];
    if (tag.name == "basedOn") style.parent = attribute(tag, "val");
    if (tag.name == "name") fill(style.look.outline_level, level_by_name(std::string(attribute(tag, "val"))));
    if (tag.name == "pPr" || tag.name == "rPr") style.look.inherit(look_of_properties(tree, child));
  }
  const bool by_default = attribute(tree[i], "default") == "1" || attribute(tree[i], "default") == "true";
  if (by_default && attribute(tree[i], "type") == "paragraph") default_paragraph_ = id;
}

DocxLook DocxStyles::resolved(const std::string& id) const {
  DocxLook look;
  std::string name = id.empty() ? default_paragraph_ : id;
  for (int i = 0; i < most_style_parents; ++i) {
    const auto found = styles_.find(name);
    if (found == styles_.end()) break;
    look.inherit(found->second.look);
    name = found->second.parent;
  }
  return look;
}

}  // namespace muster
