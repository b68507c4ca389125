// Styles and list styles of OpenDocument text (OASIS OpenDocument 1.2, part 1, chapters 16 and 19).
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "extractors/read/tag_tree.h"
#include "schemas/document.h"

namespace muster {

struct OdtLook {
  std::optional<bool> bold, italic, superscript, hidden;  // hidden: or struck out
  std::optional<std::string> list_style;

  void inherit(const OdtLook& below);
};

struct OdtListLevel {
  std::string prefix, suffix, format, bullet;  // format "1", "a", "A", "i", "I"; empty: no number
  int shown_levels = 1;
  long start = 1;
};

inline constexpr size_t most_list_levels = 10;
using OdtListStyle = std::array<OdtListLevel, most_list_levels>;

class OdtStyles {
 public:
  // Adds the styles of one part (styles.xml, then content.xml).
  void add(const TagTree& tree);

  // With all that it inherits.
  OdtLook look(std::string_view family, std::string_view name) const;
  // Null when there is none; the numbering of headings is "outline".
  const OdtListStyle* list(std::string_view name) const;

 private:
  struct Style {
    OdtLook look;
    std::string parent;
  };
  void add_style(const TagTree& tree, int style);
  void add_list(const TagTree& tree, int list, const std::string& name);

  std::map<std::string, Style> styles_;  // by "family/name"
  std::map<std::string, OdtListStyle> lists_;
};

// Numbers of lists, told in document order.
class OdtNumbering {
 public:
  explicit OdtNumbering(const OdtStyles& styles) : styles_(styles) {}

  // Label of the next paragraph at `level` (from 0) of the list `key`; lists that go on share their key.
  std::string next(const std::string& key, std::string_view list_style, size_t level, std::optional<long> start);

 private:
  const OdtStyles& styles_;
  std::map<std::string, std::array<std::optional<long>, most_list_levels>> counters_;
};

}  // namespace muster
