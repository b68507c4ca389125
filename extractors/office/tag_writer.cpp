#include "extractors/office/tag_writer.h"

#include <algorithm>

#include "schemas/text.h"

namespace muster {

int TagWriter::innermost() const {
  for (size_t i = open_.size(); i-- > 0;)
    if (open_[i] >= 0) return open_[i];
  return -1;
}

bool TagWriter::add(Tag tag) {
  if (tags_.size() >= limits_.tags) {
    if (!full_) diagnostics_.add({.stage = "read", .code = "limit_reached", .message = "the document has more elements than can be read; its end is left out"});
    full_ = true;
    return false;
  }
  tag.parent = innermost();
  tag.hidden |= tag.parent >= 0 && tags_[static_cast<size_t>(tag.parent)].hidden;
  tags_.push_back(std::move(tag));
  return true;
}

void TagWriter::open(std::string name, Attributes attributes, bool hidden) {
  const bool written = open_.size() < limits_.tag_depth && add({.name = std::move(name), .attributes = std::move(attributes), .hidden = hidden});
  open_.push_back(written ? static_cast<int>(tags_.size()) - 1 : -1);
}

void TagWriter::close() { open_.pop_back(); }

void TagWriter::text(std::string text) {
  if (!text.empty()) add({.name = "#text", .text = std::move(text)});
}

void drop_blank(Document& document) {
  if (std::ranges::none_of(document.tags, [](const Tag& t) { return !trimmed(t.text).empty(); })) document.tags.clear();
}

}  // namespace muster
