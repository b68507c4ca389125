// Labels of numbered and bulleted paragraphs as Word shows them (WordprocessingML numbering definitions, ISO/IEC 29500-1, 17.9).
#pragma once

#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "extractors/read/tag_tree.h"
#include "schemas/document.h"

namespace muster {

class DocxNumbering {
 public:
  static constexpr int level_count = 9;

  // From the tags of numbering.xml.
  explicit DocxNumbering(const std::vector<Tag>& numbering);

  // The label of the next paragraph of a list, "" where its level shows none or the list is unknown. Ask in document order.
  std::string next(const std::string& num_id, int level);

 private:
  struct Level {
    long start = 1;
    std::string format = "decimal", text;
    bool decimal_only = false;  // isLgl: all numbers of the label as decimals
    bool restarts = true;
  };
  using Levels = std::array<Level, level_count>;
  using Counters = std::array<std::optional<long>, level_count>;
  struct List {
    std::string abstract_id;
    std::map<int, Level> levels;    // overridden ones
    std::map<int, long> starts;     // overridden starts
  };

  void read_levels(const TagTree& tree, int abstract);
  void read_list(const TagTree& tree, int num);
  static Level read_level(const TagTree& tree, int level);
  const Level& level_of(const List& list, int level) const;
  std::string label(const List& list, int level, const Counters& counters) const;

  std::map<std::string, Levels> abstracts_;
  std::map<std::string, std::string> style_links_;  // numbering style -> abstract that defines it
  std::map<std::string, std::string> linked_;       // abstract -> numbering style that it borrows
  std::map<std::string, List> lists_;
  std::map<std::string, Counters> counters_;        // by abstract
  std::set<std::string> begun_;                                                   // lists that have had a paragraph
};

}  // namespace muster
