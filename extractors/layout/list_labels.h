// The number or bullet that a browser shows before a list item.
#pragma once

#include <map>
#include <string>

#include "extractors/read/tag_tree.h"

namespace muster {

// Counts the items of all lists of a document; ask in document order, once for each item.
class ListLabels {
 public:
  explicit ListLabels(const TagTree& tree) : tree_(tree) {}

  // "1.", "b.", "iv.", "•", or what a reader of office files found ("office-label"); empty where the list shows none.
  std::string next(int item);

 private:
  const TagTree& tree_;
  std::map<int, long> last_number_;  // by list element
};

// `number` in the notation of <ol type>: "1", "a", "A", "i", "I". Numbers that a notation lacks come as decimals.
std::string list_number(long number, char type);

}  // namespace muster
