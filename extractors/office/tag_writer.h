// Writes tags in document order within the limits on number and depth.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extractors/read/limits.h"
#include "schemas/diagnostic.h"
#include "schemas/document.h"

namespace muster {

class TagWriter {
 public:
  TagWriter(std::vector<Tag>& tags, const Limits& limits, Diagnostics& diagnostics) : tags_(tags), limits_(limits), diagnostics_(diagnostics) {}

  using Attributes = std::vector<std::pair<std::string, std::string>>;

  // Each open needs its close, also beyond the limits: elements too deep, or too many, are then not written.
  void open(std::string name, Attributes attributes = {}, bool hidden = false);
  void close();
  void text(std::string text);
  void empty(std::string name, Attributes attributes = {}) {
    open(std::move(name), std::move(attributes));
    close();
  }
  bool full() const { return full_; }

 private:
  int innermost() const;
  bool add(Tag tag);

  std::vector<Tag>& tags_;
  const Limits& limits_;
  Diagnostics& diagnostics_;
  std::vector<int> open_;  // -1 for those not written
  bool full_ = false;
};

// Takes the tags away when none of them has text, so that a blank file counts as nothing readable.
void drop_blank(Document& document);

}  // namespace muster
