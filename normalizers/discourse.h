// Whom a text by an outsider speaks of, sentence by sentence: news, blogs and answers of ministers have no council of their own,
// so a figure without a place is about the place named last before it. Private to normalizers/.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "normalizers/vocabulary.h"
#include "schemas/observation.h"
#include "schemas/outline.h"

namespace muster {

// A council, region or country named in the text.
struct NamedPlace {
  uint32_t begin = 0;  // byte in Outline::text
  std::string words, code;
  bool in_heading = false;
};

class Discourse {
 public:
  // Empty for documents that have a publisher: undistinguished figures there are the publisher's own.
  Discourse(const Outline& outline, const DocumentRecord& record, const Vocabulary& vocabulary);

  // The place that a figure at the byte is about; null where none was named, or where the paragraph before names several.
  const NamedPlace* place_at(uint32_t begin) const;

 private:
  const NamedPlace* heading_place(uint32_t begin) const;
  const NamedPlace* only_place() const;

  std::vector<NamedPlace> places_;      // by begin
  std::vector<uint32_t> paragraphs_;    // where they begin
};

}  // namespace muster
