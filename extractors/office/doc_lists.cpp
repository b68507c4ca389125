#include "extractors/office/doc_lists.h"

#include <algorithm>

namespace muster {
namespace {

constexpr size_t list_bytes = 28, level_bytes = 28, use_bytes = 16, override_bytes = 8;
constexpr int levels_of_a_list = 9;

struct Level {
  uint32_t start = 1;
  uint8_t format = 0;
  bool decimal_only = false, restarts = true;
  std::string text;  // "%1." for the number of the first level and a dot
};

std::string_view format_name(uint8_t code) {
  switch (code) {
    case 1: return "upperRoman";
    case 2: return "lowerRoman";
    case 3: return "upperLetter";
    case 4: return "lowerLetter";
    case 22: return "decimalZero";
    case 23: return "bullet";
    case 255: return "none";
    default: return "decimal";
  }
}

// Takes a level off the front of `bytes`.
Level take_level(std::string_view& bytes) {
  Level level{.start = u32_at(bytes, 0), .format = bytes.size() > 4 ? static_cast<uint8_t>(bytes[4]) : uint8_t{255}};
  const uint8_t flags = bytes.size() > 5 ? static_cast<uint8_t>(bytes[5]) : 0;
  level.decimal_only = flags & 4;
  level.restarts = !(flags & 8);
  const size_t looks = bytes.size() > 25 ? size_t{static_cast<uint8_t>(bytes[24])} + static_cast<uint8_t>(bytes[25]) : 0;
  bytes.remove_prefix(std::min(bytes.size(), level_bytes + looks));
  const size_t characters = u16_at(bytes, 0);
  for (size_t i = 0; i < characters && 2 * i + 4 <= bytes.size(); ++i) {
    const uint16_t unit = u16_at(bytes, 2 + 2 * i);
    level.text += unit < levels_of_a_list ? '%' + std::to_string(unit + 1) : utf16le_as_utf8(bytes.substr(2 + 2 * i, 2));
  }
  bytes.remove_prefix(std::min(bytes.size(), 2 + 2 * characters));
  return level;
}

class NumberingWriter {
 public:
  std::vector<Tag> tags = {{.name = "numbering"}};

  int add(std::string name, int parent, std::vector<std::pair<std::string, std::string>> attributes) {
    tags.push_back({.name = std::move(name), .parent = parent, .attributes = std::move(attributes)});
    return static_cast<int>(tags.size()) - 1;
  }

  void add_level(int parent, int number, const Level& level) {
    const int tag = add("lvl", parent, {{"ilvl", std::to_string(number)}});
    add("start", tag, {{"val", std::to_string(level.start)}});
    add("numFmt", tag, {{"val", std::string(format_name(level.format))}});
    add("lvlText", tag, {{"val", level.text}});
    if (level.decimal_only) add("isLgl", tag, {});
    if (!level.restarts) add("lvlRestart", tag, {{"val", "0"}});
  }
};

void write_lists(const DocFile& file, NumberingWriter& writer) {
  const std::string_view lists = file.table(doc_lists_pair);
  std::string_view levels = file.behind_table(doc_lists_pair);
  const size_t count = std::min<size_t>(u16_at(lists, 0), lists.size() / list_bytes);
  for (size_t i = 0; i < count && !levels.empty(); ++i) {
    const std::string_view list = lists.substr(2 + i * list_bytes, list_bytes);
    const bool simple = list.size() > 26 && (list[26] & 1);
    const int tag = writer.add("abstractNum", 0, {{"abstractNumId", std::to_string(u32_at(list, 0))}});
    for (int l = 0; l < (simple ? 1 : levels_of_a_list); ++l) writer.add_level(tag, l, take_level(levels));
  }
}

// Takes the levels that one use of a list overrides off the front of `bytes`.
void write_overrides(size_t count, std::string_view& bytes, int use, NumberingWriter& writer) {
  constexpr uint32_t has_start = 0x10, has_level = 0x20;
  for (size_t i = 0; i < count && bytes.size() >= override_bytes; ++i) {
    const uint32_t start = u32_at(bytes, 0), flags = u32_at(bytes, 4);
    const int number = static_cast<int>(flags & 0xF);
    bytes.remove_prefix(override_bytes);
    const int tag = writer.add("lvlOverride", use, {{"ilvl", std::to_string(number)}});
    if (flags & has_level) writer.add_level(tag, number, take_level(bytes));
    if (flags & has_start) writer.add("startOverride", tag, {{"val", std::to_string(start)}});
  }
}

void write_uses(const DocFile& file, NumberingWriter& writer) {
  const std::string_view uses = file.table(doc_list_uses_pair);
  const size_t count = std::min<size_t>(u32_at(uses, 0), uses.size() / use_bytes);
  std::string_view overrides = uses.substr(std::min(uses.size(), 4 + count * use_bytes));
  for (size_t i = 0; i < count; ++i) {
    const std::string_view use = uses.substr(4 + i * use_bytes, use_bytes);
    const int tag = writer.add("num", 0, {{"numId", std::to_string(i + 1)}});
    writer.add("abstractNumId", tag, {{"val", std::to_string(u32_at(use, 0))}});
    const size_t overridden = use.size() > 12 ? static_cast<uint8_t>(use[12]) : 0;
    overrides.remove_prefix(std::min<size_t>(overrides.size(), 4));
    write_overrides(overridden, overrides, tag, writer);
  }
}

}  // namespace

std::vector<Tag> doc_numbering(const DocFile& file) {
  NumberingWriter writer;
  write_lists(file, writer);
  write_uses(file, writer);
  return std::move(writer.tags);
}

}  // namespace muster
