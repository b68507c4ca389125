#include "extractors/office/xml_tags.h"

#include <libxml/SAX2.h>
#include <libxml/parserInternals.h>

#include <memory>

#include "schemas/text.h"

namespace muster {
namespace {

std::string_view view(const xmlChar* text) { return text ? reinterpret_cast<const char*>(text) : ""; }

std::string_view between(const xmlChar* begin, const xmlChar* end) {
  return {reinterpret_cast<const char*>(begin), static_cast<size_t>(end - begin)};
}

// What libxml2's callbacks work on.
struct Pass {
  const std::function<bool(const XmlEvent&)>& take;
  std::string fault;
  xmlParserCtxtPtr parser = nullptr;

  void hand_over(const XmlEvent& event) {
    if (!take(event)) xmlStopParser(parser);
  }
};

Pass& pass(void* user) { return *static_cast<Pass*>(user); }

void on_open(void* user, const xmlChar* name, const xmlChar*, const xmlChar*, int, const xmlChar**, int count, int, const xmlChar** attributes) {
  Pass& p = pass(user);
  XmlEvent event{.kind = XmlEvent::Kind::open, .tag = {.name = std::string(view(name)), .line = xmlSAX2GetLineNumber(p.parser)}};
  for (int i = 0; i < count; ++i) {  // name, prefix, address, begin and end of the value
    const xmlChar** a = attributes + 5 * i;
    event.tag.attributes.emplace_back(view(a[0]), between(a[3], a[4]));
  }
  p.hand_over(event);
}

void on_close(void* user, const xmlChar* name, const xmlChar*, const xmlChar*) {
  pass(user).hand_over({.kind = XmlEvent::Kind::close, .tag = {.name = std::string(view(name))}});
}

void on_text(void* user, const xmlChar* text, int length) {
  pass(user).hand_over({.kind = XmlEvent::Kind::text, .tag = {.name = "#text", .text = std::string(between(text, text + length))}});
}

void on_document_type(void* user, const xmlChar*, const xmlChar*, const xmlChar*) {
  pass(user).fault = "a document type declaration, which office files may not have";
  xmlStopParser(pass(user).parser);
}

void on_error(void* user, xmlErrorPtr error) {
  Pass& p = pass(user);
  if (error && error->level >= XML_ERR_ERROR && error->domain != XML_FROM_NAMESPACE && p.fault.empty() && error->message)
    p.fault = trimmed(error->message);
}

}  // namespace

std::string stream_xml(std::string_view xml, const std::function<bool(const XmlEvent&)>& take) {
  if (xml.empty()) return "the part is empty";
  const std::unique_ptr<xmlParserCtxt, decltype(&xmlFreeParserCtxt)> parser(
      xmlCreateMemoryParserCtxt(xml.data(), static_cast<int>(xml.size())), xmlFreeParserCtxt);
  if (!parser) return "the part is no XML";
  Pass p{.take = take, .parser = parser.get()};
  xmlSAXHandler& handler = *parser->sax;
  handler = {};
  handler.initialized = XML_SAX2_MAGIC;
  handler.startElementNs = on_open;
  handler.endElementNs = on_close;
  handler.characters = handler.cdataBlock = on_text;
  handler.internalSubset = on_document_type;
  handler.serror = on_error;
  xmlCtxtUseOptions(parser.get(), XML_PARSE_NONET | XML_PARSE_NOENT);  // NOENT: "&amp;" comes as "&"; others cannot be declared
  parser->userData = &p;
  xmlParseDocument(parser.get());
  return p.fault;
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
