// Questions about the flat vector of tags: a subtree is the range [i, end(i)), since parents stand before children.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "schemas/document.h"

namespace muster {

// Value of an attribute, empty when absent.
std::string_view attribute(const Tag& tag, std::string_view name);
bool has_attribute(const Tag& tag, std::string_view name);

// The blank-separated words of an attribute (class, role, rel).
std::vector<std::string_view> attribute_words(const Tag& tag, std::string_view name);

class TagTree {
 public:
  // `tags` must outlive the tree and stand in document order.
  explicit TagTree(const std::vector<Tag>& tags);

  const Tag& operator[](int i) const { return tags_[static_cast<size_t>(i)]; }
  int size() const { return static_cast<int>(tags_.size()); }
  int end(int i) const { return ends_[static_cast<size_t>(i)]; }  // one past the last descendant

  std::vector<int> children(int i) const;
  // All text below i.
  std::string text(int i) const;
  // Nearest ancestor (not i itself) with that name, -1 when there is none below `stop` (exclusive).
  int ancestor(int i, std::string_view name, int stop = -1) const;

 private:
  const std::vector<Tag>& tags_;
  std::vector<int> ends_;
};

}  // namespace muster
