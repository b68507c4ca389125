#include "extractors/layout/list_labels.h"

#include <charconv>
#include <optional>
#include <utility>

#include "schemas/text.h"

namespace muster {
namespace {

constexpr std::string_view bullet = "\u2022";

std::optional<long> whole_number(std::string_view text) {
  text = trimmed(text);
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || text.empty()) return std::nullopt;
  return value;
}

bool is_list(std::string_view name) { return name == "ol" || name == "ul" || name == "menu" || name == "dir"; }

int list_of(const TagTree& tree, int item) {
  int up = tree[item].parent;
  while (up >= 0 && !is_list(tree[up].name)) up = tree[up].parent;
  return up;
}

long count_items(const TagTree& tree, int list) {
  long count = 0;
  for (const int child : tree.children(list)) count += tree[child].name == "li";
  return count;
}

long first_number(const TagTree& tree, int list) {
  if (const auto start = whole_number(attribute(tree[list], "start"))) return *start;
  return has_attribute(tree[list], "reversed") ? count_items(tree, list) : 1;
}

// The notation that a style names: "n" for none, "*" for a bullet, "" when it names none.
std::string_view style_notation(const Tag& tag) {
  const std::string style = ascii_lower(attribute(tag, "style"));
  if (style.find("list-style") == std::string::npos) return {};
  static constexpr std::pair<std::string_view, std::string_view> notations[] = {
      {"lower-alpha", "a"}, {"lower-latin", "a"}, {"upper-alpha", "A"}, {"upper-latin", "A"}, {"lower-roman", "i"},
      {"upper-roman", "I"}, {"decimal", "1"},     {"disc", "*"},        {"circle", "*"},      {"square", "*"}, {"none", "n"}};
  for (const auto& [word, notation] : notations)
    if (style.find(word, style.find("list-style")) != std::string::npos) return notation;
  return {};
}

std::string_view type_notation(const Tag& tag) {
  const std::string_view type = trimmed(attribute(tag, "type"));
  if (type.size() == 1 && std::string_view("1aAiI").find(type[0]) != std::string_view::npos) return type;
  const std::string word = ascii_lower(type);
  return word == "disc" || word == "circle" || word == "square" ? "*" : "";
}

std::string_view notation_of(const Tag& item, const Tag* list) {
  for (const Tag* tag : {&item, list}) {
    if (!tag) continue;
    if (const std::string_view notation = style_notation(*tag); !notation.empty()) return notation;
    if (const std::string_view notation = type_notation(*tag); !notation.empty()) return notation;
  }
  return list && list->name == "ol" ? "1" : "*";
}

std::string alphabetic(long number, char first) {
  std::string out;
  for (; number > 0; number = (number - 1) / 26) out.insert(out.begin(), static_cast<char>(first + (number - 1) % 26));
  return out;
}

std::string roman(long number) {
  static constexpr std::pair<long, std::string_view> parts[] = {{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"},
                                                                {50, "l"},   {40, "xl"},  {10, "x"},  {9, "ix"},   {5, "v"},   {4, "iv"}, {1, "i"}};
  std::string out;
  for (const auto& [value, letters] : parts)
    for (; number >= value; number -= value) out += letters;
  return out;
}

}  // namespace

std::string list_number(long number, char type) {
  constexpr long most_roman = 3999;
  if (number < 1 || (number > most_roman && (type == 'i' || type == 'I'))) return std::to_string(number);
  switch (type) {
    case 'a': return alphabetic(number, 'a');
    case 'A': return alphabetic(number, 'A');
    case 'i': return roman(number);
    case 'I': {
      std::string out = roman(number);
      for (char& c : out) c = static_cast<char>(c - 'a' + 'A');
      return out;
    }
    default: return std::to_string(number);
  }
}

std::string ListLabels::next(int item) {
  if (has_attribute(tree_[item], "office-label")) return std::string(attribute(tree_[item], "office-label"));
  const int list = list_of(tree_, item);
  const std::string_view notation = notation_of(tree_[item], list < 0 ? nullptr : &tree_[list]);
  long number = 1;
  if (list >= 0) {
    const auto last = last_number_.find(list);
    const long step = has_attribute(tree_[list], "reversed") ? -1 : 1;
    number = last == last_number_.end() ? first_number(tree_, list) : last->second + step;
    if (const auto value = whole_number(attribute(tree_[item], "value"))) number = *value;
    last_number_[list] = number;
  }
  if (notation == "n") return {};
  if (notation == "*") return std::string(bullet);
  return list_number(number, notation[0]) + ".";
}

}  // namespace muster
