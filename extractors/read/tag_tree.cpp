#include "extractors/read/tag_tree.h"

#include <algorithm>

#include "schemas/text.h"

namespace muster {

std::string_view attribute(const Tag& tag, std::string_view name) {
  for (const auto& [key, value] : tag.attributes)
    if (key == name) return value;
  return {};
}

bool has_attribute(const Tag& tag, std::string_view name) {
  return std::ranges::any_of(tag.attributes, [&](const auto& a) { return a.first == name; });
}

std::vector<std::string_view> attribute_words(const Tag& tag, std::string_view name) {
  std::vector<std::string_view> words;
  std::string_view rest = trimmed(attribute(tag, name));
  while (!rest.empty()) {
    const size_t end = std::min(rest.find_first_of(" \t\n\r\f"), rest.size());
    words.push_back(rest.substr(0, end));
    rest = trimmed(rest.substr(end));
  }
  return words;
}

TagTree::TagTree(const std::vector<Tag>& tags) : tags_(tags), ends_(tags.size()) {
  for (int i = size() - 1; i >= 0; --i) {
    int& end = ends_[static_cast<size_t>(i)];
    end = std::max(end, i + 1);
    const int parent = tags_[static_cast<size_t>(i)].parent;
    if (parent >= 0) ends_[static_cast<size_t>(parent)] = std::max(ends_[static_cast<size_t>(parent)], end);
  }
}

std::vector<int> TagTree::children(int i) const {
  std::vector<int> out;
  for (int child = i + 1; child < end(i); child = end(child)) out.push_back(child);
  return out;
}

int TagTree::ancestor(int i, std::string_view name, int stop) const {
  for (int up = (*this)[i].parent; up > stop; up = (*this)[up].parent)
    if ((*this)[up].name == name) return up;
  return -1;
}

std::string TagTree::text(int i) const {
  std::string out;
  for (int below = i + 1; below < end(i); ++below) out += (*this)[below].text;
  return out;
}

}  // namespace muster
