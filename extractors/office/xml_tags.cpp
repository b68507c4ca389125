#include "extractors/office/xml_tags.h"

#include <libxml/xmlreader.h>

#include <memory>

#include "schemas/text.h"

namespace muster {
namespace {

std::string_view view(const xmlChar* text) { return text ? reinterpret_cast<const char*>(text) : ""; }

void keep_first_error(void* user, xmlErrorPtr error) {
  auto& fault = *static_cast<std::string*>(user);
  if (error && error->domain == XML_FROM_NAMESPACE) return;  // prefixes are not looked at
  if (fault.empty() && error && error->message) fault = trimmed(error->message);
}

XmlEvent opening(xmlTextReaderPtr reader) {
  XmlEvent event{.kind = XmlEvent::Kind::open, .tag = {.name = std::string(view(xmlTextReaderConstLocalName(reader)))}};
  event.tag.line = xmlTextReaderGetParserLineNumber(reader);
  for (int more = xmlTextReaderMoveToFirstAttribute(reader); more == 1; more = xmlTextReaderMoveToNextAttribute(reader))
    event.tag.attributes.emplace_back(view(xmlTextReaderConstLocalName(reader)), view(xmlTextReaderConstValue(reader)));
  xmlTextReaderMoveToElement(reader);
  return event;
}

XmlEvent text_event(xmlTextReaderPtr reader) {
  return {.kind = XmlEvent::Kind::text, .tag = {.name = "#text", .text = std::string(view(xmlTextReaderConstValue(reader)))}};
}

// False when reading should end.
bool take_node(xmlTextReaderPtr reader, const std::function<bool(const XmlEvent&)>& take, std::string& fault) {
  switch (xmlTextReaderNodeType(reader)) {
    case XML_READER_TYPE_ELEMENT: {
      XmlEvent event = opening(reader);
      const bool empty = xmlTextReaderIsEmptyElement(reader) == 1;
      if (!take(event)) return false;
      event.kind = XmlEvent::Kind::close;
      return !empty || take(event);
    }
    case XML_READER_TYPE_END_ELEMENT:
      return take({.kind = XmlEvent::Kind::close, .tag = {.name = std::string(view(xmlTextReaderConstLocalName(reader)))}});
    case XML_READER_TYPE_TEXT:
    case XML_READER_TYPE_CDATA:
    case XML_READER_TYPE_SIGNIFICANT_WHITESPACE: return take(text_event(reader));
    case XML_READER_TYPE_DOCUMENT_TYPE: fault = "a document type declaration, which office files may not have"; return false;
    default: return true;
  }
}

}  // namespace

std::string stream_xml(std::string_view xml, const std::function<bool(const XmlEvent&)>& take) {
  if (xml.empty()) return "the part is empty";
  const std::unique_ptr<xmlTextReader, decltype(&xmlFreeTextReader)> reader(
      xmlReaderForMemory(xml.data(), static_cast<int>(xml.size()), nullptr, nullptr, XML_PARSE_NONET | XML_PARSE_RECOVER), xmlFreeTextReader);
  if (!reader) return "no memory for the XML reader";
  std::string fault;
  xmlTextReaderSetStructuredErrorHandler(reader.get(), keep_first_error, &fault);
  int status = xmlTextReaderRead(reader.get());
  for (; status == 1; status = xmlTextReaderRead(reader.get()))
    if (!take_node(reader.get(), take, fault)) return fault;
  return status < 0 && fault.empty() ? "the XML is damaged" : fault;
}

std::vector<Tag> xml_tags(std::string_view xml, size_t most_tags, std::string& fault) {
  std::vector<Tag> tags;
  int open = -1;
  bool full = false;
  fault = stream_xml(xml, [&](const XmlEvent& event) {
    if (event.kind == XmlEvent::Kind::close) {
      open = open < 0 ? -1 : tags[static_cast<size_t>(open)].parent;
      return true;
    }
    if (tags.size() >= most_tags) return !(full = true);
    tags.push_back(event.tag);
    tags.back().parent = open;
    if (event.kind == XmlEvent::Kind::open) open = static_cast<int>(tags.size()) - 1;
    return true;
  });
  if (full) fault = "more elements than can be read";
  return tags;
}

}  // namespace muster
