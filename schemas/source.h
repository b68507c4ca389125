// What comes in: one Source is the bytes of one document, and a Locator says where in it something stands.
#pragma once

#include <cstdint>
#include <string>

#include "schemas/geometry.h"

namespace muster {

// Half-open range of bytes in a UTF-8 text (usually Outline::text). Offsets in the written dataset are code points;
// the conversion happens once, in dataset/.
struct Span {
  uint32_t begin = 0, end = 0;

  bool empty() const { return begin >= end; }
  uint32_t size() const { return empty() ? 0 : end - begin; }
  bool operator==(const Span&) const = default;

  template <class Visitor>
  void fields(Visitor& v) { v(begin, end); }
};

// Where something stands in its document. page counts from 1 and is 0 where there are no pages (text, HTML); line and
// column count from 1 and are 0 where there are no lines (PDF, HTML).
struct Locator {
  int page = 0;
  Box box;
  int line = 0;
  int column = 0;
  bool operator==(const Locator&) const = default;

  template <class Visitor>
  void fields(Visitor& v) { v(page, box, line, column); }
};

// One document to be read. A container (zip, e-mail, page with several messages) is a Source too; its members are further
// Sources whose parent_id is the container's document_id and whose part tells them apart within it.
struct Source {
  std::string name;            // as a person would find it, relative to the input's root: "archive.zip!/letter.docx"
  std::string bytes;
  std::string content_sha256;  // lower-case hex of bytes
  std::string document_id;     // see schemas/identity.h
  std::string parent_id;       // empty at the top
  std::string part;            // member name or message ordinal, empty at the top
  std::string read_error;      // why there are no bytes (vanished, no permission), for a person; empty when read

  template <class Visitor>
  void fields(Visitor& v) { v(name, bytes, content_sha256, document_id, parent_id, part, read_error); }
};

}  // namespace muster
