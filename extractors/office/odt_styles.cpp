#include "extractors/office/odt_styles.h"

#include <algorithm>
#include <charconv>

#include "extractors/layout/list_labels.h"
#include "extractors/read/clean_text.h"
#include "schemas/text.h"

namespace muster {
namespace {

// Styles inherit a few levels at most; a longer chain is a circle.
constexpr int most_style_parents = 20;
// A label "100000." helps nobody.
constexpr long most_number = 100'000;

long number_in(std::string_view text, long otherwise) {
  long value = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return std::clamp(value, 0L, most_number);
}

template <class T>
void fill(std::optional<T>& value, const std::optional<T>& below) {
  if (!value) value = below;
}

void take_properties(const Tag& tag, OdtLook& look) {
  for (const auto& [name, value] : tag.attributes) {
    if (name == "font-weight") look.bold = value == "bold" || (value.size() == 3 && value >= "600");
    else if (name == "font-style") look.italic = value == "italic" || value == "oblique";
    else if (name == "text-position") look.superscript = value.starts_with("super");
    else if (name == "text-line-through-style" || name == "display") look.hidden = look.hidden.value_or(false) || (name == "display" ? value == "none" : value != "none");
  }
}

std::string formatted(long number, const std::string& format) {
  if (format.empty()) return {};
  if (format == "1") return std::to_string(number);
  return list_number(number, format[0]);
}

}  // namespace

void OdtLook::inherit(const OdtLook& below) {
  fill(bold, below.bold);
  fill(italic, below.italic);
  fill(superscript, below.superscript);
  fill(hidden, below.hidden);
  fill(list_style, below.list_style);
}

void OdtStyles::add(const TagTree& tree) {
  for (int i = 0; i < tree.size(); ++i) {
    const std::string& name = tree[i].name;
    if (name == "style" || name == "default-style") add_style(tree, i);
    else if (name == "list-style") add_list(tree, i, std::string(attribute(tree[i], "name")));
    else if (name == "outline-style") add_list(tree, i, "outline");
  }
}

void OdtStyles::add_style(const TagTree& tree, int i) {
  const std::string family(attribute(tree[i], "family"));
  Style& style = styles_[family + '/' + std::string(attribute(tree[i], "name"))];  // the default style has no name
  style.parent = attribute(tree[i], "parent-style-name");
  if (has_attribute(tree[i], "list-style-name")) style.look.list_style = attribute(tree[i], "list-style-name");
  for (const int child : tree.children(i))
    if (tree[child].name == "text-properties") take_properties(tree[child], style.look);
}

void OdtStyles::add_list(const TagTree& tree, int list, const std::string& name) {
  OdtListStyle& levels = lists_[name];
  for (const int child : tree.children(list)) {
    const Tag& tag = tree[child];
    const long level = number_in(attribute(tag, "level"), 0);
    if (level < 1 || level > static_cast<long>(most_list_levels)) continue;
    levels[static_cast<size_t>(level - 1)] = {.prefix = std::string(attribute(tag, "num-prefix")), .suffix = std::string(attribute(tag, "num-suffix")),
                                              .format = std::string(attribute(tag, "num-format")), .bullet = std::string(attribute(tag, "bullet-char")),
                                              .shown_levels = static_cast<int>(number_in(attribute(tag, "display-levels"), 1)),
                                              .start = number_in(attribute(tag, "start-value"), 1)};
  }
}

OdtLook OdtStyles::look(std::string_view family, std::string_view name) const {
  OdtLook look;
  const std::string prefix = std::string(family) + '/';
  std::string at(name);
  for (int i = 0; i < most_style_parents; ++i) {
    const auto found = styles_.find(prefix + at);
    if (found == styles_.end()) break;
    look.inherit(found->second.look);
    if (at.empty()) break;
    at = found->second.parent;
  }
  return look;
}

const OdtListStyle* OdtStyles::list(std::string_view name) const {
  const auto found = lists_.find(std::string(name));
  return found == lists_.end() ? nullptr : &found->second;
}

std::string OdtNumbering::next(const std::string& key, std::string_view list_style, size_t level, std::optional<long> start) {
  const OdtListStyle* style = styles_.list(list_style);
  if (!style || level >= most_list_levels) return {};
  const OdtListLevel& shown = (*style)[level];
  if (!shown.bullet.empty()) {
    const std::string bullet(trimmed(clean_text(shown.bullet)));
    return bullet == "-" || bullet == "\u2013" || bullet == "\u2014" ? bullet : "\u2022";
  }
  auto& counters = counters_[key];
  counters[level] = start ? *start : counters[level] ? *counters[level] + 1 : shown.start;
  std::fill(counters.begin() + static_cast<long>(level) + 1, counters.end(), std::nullopt);
  if (shown.format.empty()) return {};
  std::string numbers;
  const size_t first = level + 1 - std::min<size_t>(level + 1, static_cast<size_t>(std::max(1, shown.shown_levels)));
  for (size_t i = first; i <= level; ++i) {
    const std::string number = formatted(counters[i].value_or((*style)[i].start), (*style)[i].format);
    if (!numbers.empty() && !number.empty()) numbers += '.';
    numbers += number;
  }
  return std::string(trimmed(clean_text(shown.prefix + numbers + shown.suffix)));
}

}  // namespace muster
