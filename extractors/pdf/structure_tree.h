// Private to extractors/pdf: the structure tree of a tagged PDF as Tags, and which marked content belongs to which.
#pragma once

#include <cstdint>
#include <unordered_map>

#include "extractors/read/limits.h"
#include "schemas/diagnostic.h"
#include "schemas/document.h"

class PDFDoc;

namespace muster {

// Marked content is numbered within its content stream: the page's own, or that of a form XObject drawn on it. Both are
// told by their object number.
class MarkedContentIndex {
 public:
  void add(int stream_object, int mcid, int tag) { tags_.emplace(key(stream_object, mcid), tag); }
  // Index in Document::tags, -1 when the structure tree does not mention it.
  int tag(int stream_object, int mcid) const {
    const auto found = tags_.find(key(stream_object, mcid));
    return found == tags_.end() ? -1 : found->second;
  }
  bool empty() const { return tags_.empty(); }

 private:
  static uint64_t key(int stream_object, int mcid) {
    return static_cast<uint64_t>(static_cast<uint32_t>(stream_object)) << 32 | static_cast<uint32_t>(mcid);
  }
  std::unordered_map<uint64_t, int> tags_;
};

// Fills document.tags. Read from the raw dictionaries, because Poppler's StructElement hides the stream of marked content
// that stands inside a form XObject.
MarkedContentIndex read_structure_tree(PDFDoc& pdf, const Limits& limits, Document& document, Diagnostics& diagnostics);

}  // namespace muster
