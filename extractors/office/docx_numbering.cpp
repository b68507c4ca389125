#include "extractors/office/docx_numbering.h"

#include <algorithm>
#include <charconv>

#include "extractors/layout/list_labels.h"
#include "extractors/read/clean_text.h"
#include "extractors/read/tag_tree.h"
#include "schemas/text.h"

namespace muster {
namespace {

// Numbers in office files that are out of reason are taken for their bound; a label "100000." helps nobody.
constexpr long most_number = 100'000;

long number_in(std::string_view text, long otherwise) {
  long value = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return std::clamp(value, 0L, most_number);
}

int level_in(const Tag& tag) { return static_cast<int>(std::min<long>(number_in(attribute(tag, "ilvl"), 0), DocxNumbering::level_count - 1)); }

// After z Word goes on with aa, bb, cc.
std::string letters(long number, char first) {
  constexpr long most_repeats = 30;
  if (number < 1 || number > 26 * most_repeats) return std::to_string(number);
  return std::string(static_cast<size_t>((number - 1) / 26 + 1), static_cast<char>(first + (number - 1) % 26));
}

std::string formatted(long number, std::string_view format) {
  if (format == "lowerLetter") return letters(number, 'a');
  if (format == "upperLetter") return letters(number, 'A');
  if (format == "lowerRoman") return list_number(number, 'i');
  if (format == "upperRoman") return list_number(number, 'I');
  if (format == "decimalZero" && number < 10) return "0" + std::to_string(number);
  return format == "none" ? "" : std::to_string(number);
}

// Bullets come in many fonts; dashes stay what they are.
std::string bullet_label(const std::string& text) {
  const std::string clean(trimmed(clean_text(text)));
  return clean == "-" || clean == "\u2013" || clean == "\u2014" ? clean : clean.empty() ? "" : "\u2022";
}

}  // namespace

DocxNumbering::DocxNumbering(const std::vector<Tag>& numbering) {
  const TagTree tree(numbering);
  for (int i = 0; i < tree.size(); ++i) {
    if (tree[i].name == "abstractNum") read_levels(tree, i);
    if (tree[i].name == "num") read_list(tree, i);
  }
}

DocxNumbering::Level DocxNumbering::read_level(const TagTree& tree, int i) {
  Level level;
  for (const int child : tree.children(i)) {
    const Tag& tag = tree[child];
    const std::string_view value = attribute(tag, "val");
    if (tag.name == "start") level.start = number_in(value, 1);
    else if (tag.name == "numFmt") level.format = value;
    else if (tag.name == "lvlText") level.text = value;
    else if (tag.name == "isLgl") level.decimal_only = value != "0" && value != "false";
    else if (tag.name == "lvlRestart") level.restarts = value != "0";
  }
  return level;
}

void DocxNumbering::read_levels(const TagTree& tree, int abstract) {
  const std::string id(attribute(tree[abstract], "abstractNumId"));
  Levels& levels = abstracts_[id];
  for (const int child : tree.children(abstract)) {
    const Tag& tag = tree[child];
    if (tag.name == "lvl") levels[static_cast<size_t>(level_in(tag))] = read_level(tree, child);
    else if (tag.name == "styleLink") style_links_[std::string(attribute(tag, "val"))] = id;
    else if (tag.name == "numStyleLink") linked_[id] = attribute(tag, "val");
  }
}

void DocxNumbering::read_list(const TagTree& tree, int num) {
  List& list = lists_[std::string(attribute(tree[num], "numId"))];
  for (const int child : tree.children(num)) {
    const Tag& tag = tree[child];
    if (tag.name == "abstractNumId") list.abstract_id = attribute(tag, "val");
    if (tag.name != "lvlOverride") continue;
    const int level = level_in(tag);
    for (const int part : tree.children(child)) {
      if (tree[part].name == "startOverride") list.starts[level] = number_in(attribute(tree[part], "val"), 1);
      if (tree[part].name == "lvl") list.levels[level] = read_level(tree, part);
    }
  }
}

const DocxNumbering::Level& DocxNumbering::level_of(const List& list, int level) const {
  static const Level unknown;
  if (const auto own = list.levels.find(level); own != list.levels.end()) return own->second;
  const auto abstract = abstracts_.find(list.abstract_id);
  return abstract == abstracts_.end() ? unknown : abstract->second[static_cast<size_t>(level)];
}

std::string DocxNumbering::next(const std::string& num_id, int level) {
  const auto found = lists_.find(num_id);
  if (found == lists_.end() || level < 0 || level >= level_count) return {};
  List list = found->second;
  if (const auto link = linked_.find(list.abstract_id); link != linked_.end())
    if (const auto style = style_links_.find(link->second); style != style_links_.end()) list.abstract_id = style->second;
  Counters& counters = counters_[list.abstract_id];
  if (begun_.insert(num_id).second)
    for (const auto& [l, start] : list.starts) counters[static_cast<size_t>(l)] = start - 1;
  std::optional<long>& mine = counters[static_cast<size_t>(level)];
  mine = mine ? *mine + 1 : level_of(list, level).start;
  for (int deeper = level + 1; deeper < level_count; ++deeper)
    if (level_of(list, deeper).restarts) counters[static_cast<size_t>(deeper)].reset();

  return label(list, level, counters);
}

std::string DocxNumbering::label(const List& list, int level, const Counters& counters) const {
  const Level& shown = level_of(list, level);
  if (shown.format == "bullet") return bullet_label(shown.text);
  std::string out;
  for (size_t i = 0; i < shown.text.size(); ++i) {
    const char digit = i + 1 < shown.text.size() ? shown.text[i + 1] : '\0';
    if (shown.text[i] != '%' || digit < '1' || digit > '9') {
      out += shown.text[i];
      continue;
    }
    const Level& part = level_of(list, digit - '1');
    out += formatted(counters[static_cast<size_t>(digit - '1')].value_or(part.start), shown.decimal_only ? "decimal" : part.format);
    ++i;
  }
  return std::string(trimmed(clean_text(out)));
}

}  // namespace muster
