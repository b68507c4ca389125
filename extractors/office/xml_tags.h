// XML parts of office files -> flat vectors of tags, by libxml2's event parser: no entities, no DTD, nothing external.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "schemas/document.h"

namespace muster {

// What the parser comes across. `name` is the local name; `tag` has attributes by local name and, for text, the text.
struct XmlEvent {
  enum class Kind { open, close, text } kind = Kind::open;
  Tag tag;
};

// Calls `take` for each element and text until it returns false. Empty elements open and close. Returns what is wrong with
// the XML, empty when it is sound or `take` ended it; a document type declaration is wrong.
std::string stream_xml(std::string_view xml, const std::function<bool(const XmlEvent&)>& take);

// The whole part as a tree, names and attributes without their namespace prefix; at most `most_tags` of them. Broken XML is
// read up to the break, and `fault` says what is wrong.
std::vector<Tag> xml_tags(std::string_view xml, size_t most_tags, std::string& fault);

}  // namespace muster
