#include "extractors/pdf/structure_tree.h"

#include <poppler/Object.h>  // before Array.h, which does not stand alone

#include <poppler/Array.h>
#include <poppler/Catalog.h>
#include <poppler/Dict.h>
#include <poppler/PDFDoc.h>
#include <poppler/XRef.h>

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

#include "extractors/pdf/poppler_file.h"

namespace muster {
namespace {

constexpr std::array<std::string_view, 52> standard_types = {
    "Document", "Part",  "Art", "Sect", "Div",  "BlockQuote", "Caption", "TOC",     "TOCI",   "Index",    "NonStruct",
    "Private",  "P",     "H",   "H1",   "H2",   "H3",         "H4",      "H5",      "H6",     "L",        "LI",
    "Lbl",      "LBody", "Table", "TR", "TH",   "TD",         "THead",   "TBody",   "TFoot",  "Span",     "Quote",
    "Note",     "Reference", "BibEntry", "Code", "Link",      "Annot",   "Ruby",    "RB",     "RT",       "RP",
    "Warichu",  "WT",    "WP",  "Figure", "Formula", "Form",  "Title",   "FENote",  "Artifact"};

constexpr int role_map_steps = 8;  // a chain of roles is short; a longer one is a circle

class StructureReader {
 public:
  StructureReader(PDFDoc& pdf, const Limits& limits, Document& document, Diagnostics& diagnostics)
      : pdf_(pdf), limits_(limits), document_(document), diagnostics_(diagnostics) {
    const int pages = std::min(document.page_count, limits.pages);
    for (int number = 1; number <= pages; ++number)
      if (const Ref* ref = pdf.getCatalog()->getPageRef(number)) page_of_object_.emplace(ref->num, number);
  }

  MarkedContentIndex read() {
    const Object root = catalog_entry("StructTreeRoot");
    if (!root.isDict()) return {};
    role_map_ = root.dictLookup("RoleMap");
    class_map_ = root.dictLookup("ClassMap");
    kids(root.dictLookup("K"), root.dictLookupNF("K"), -1, 0, 0);
    return std::move(index_);
  }

 private:
  Object catalog_entry(const char* key) {
    const Object catalog = pdf_.getXRef()->getCatalog();
    return catalog.isDict() ? catalog.dictLookup(key) : Object(objNull);
  }

  // `page_object` is inherited from the enclosing element's /Pg.
  void kids(const Object& k, const Object& k_unfetched, int parent, int page_object, size_t depth) {
    if (k.isArray()) {
      for (int i = 0; i < k.arrayGetLength(); ++i)
        kid(k.getArray()->get(i), k.arrayGetNF(i), parent, page_object, depth);
    } else {
      kid(k, k_unfetched, parent, page_object, depth);
    }
  }

  void kid(const Object& object, const Object& unfetched, int parent, int page_object, size_t depth) {
    if (object.isInt()) return content(page_object, page_object, object.getInt(), parent);
    if (!object.isDict()) return;
    if (object.isDict("MCR")) return content_reference(object, page_object, parent);
    if (object.isDict("OBJR")) return;
    if (unfetched.isRef() && !seen_.insert(unfetched.getRefNum()).second) return;  // an element has one parent
    element(object, parent, page_object, depth);
  }

  void element(const Object& object, int parent, int page_object, size_t depth) {
    if (document_.tags.size() >= limits_.tags || depth >= limits_.tag_depth) return report_limit();
    const int index = static_cast<int>(document_.tags.size());
    Tag& tag = document_.tags.emplace_back();
    tag.parent = parent;
    tag.name = standard_name(object.dictLookup("S"));
    read_attributes(object, tag);
    const Object& page = object.dictLookupNF("Pg");
    if (page.isRef()) page_object = page.getRefNum();
    kids(object.dictLookup("K"), object.dictLookupNF("K"), index, page_object, depth + 1);
  }

  void content_reference(const Object& object, int page_object, int parent) {
    const Object& page = object.dictLookupNF("Pg");
    const Object& stream = object.dictLookupNF("Stm");
    const Object mcid = object.dictLookup("MCID");
    if (page.isRef()) page_object = page.getRefNum();
    if (mcid.isInt()) content(page_object, stream.isRef() ? stream.getRefNum() : page_object, mcid.getInt(), parent);
  }

  void content(int page_object, int stream_object, int mcid, int tag) {
    if (tag < 0) return;
    const auto page = page_of_object_.find(page_object);
    document_.tags[static_cast<size_t>(tag)].content.push_back({page == page_of_object_.end() ? 0 : page->second, mcid});
    index_.add(stream_object, mcid, tag);
  }

  // The standard structure type that the role map gives; the type as it stands where the map is silent.
  std::string standard_name(const Object& type) {
    if (!type.isName()) return "NonStruct";
    std::string name = type.getName();
    for (int step = 0; step < role_map_steps && role_map_.isDict(); ++step) {
      if (std::find(standard_types.begin(), standard_types.end(), name) != standard_types.end()) break;
      const Object role = role_map_.dictLookup(name.c_str());
      if (!role.isName()) break;
      name = role.getName();
    }
    return name;
  }

  void read_attributes(const Object& object, Tag& tag) {
    const Object classes = object.dictLookup("C");
    if (classes.isName()) class_attributes(classes, tag);
    for (int i = 0; classes.isArray() && i < classes.arrayGetLength(); ++i)
      class_attributes(classes.getArray()->get(i), tag);
    attribute_objects(object.dictLookup("A"), tag);
    for (const char* key : {"ID", "Alt", "Lang", "E"}) {
      const Object value = object.dictLookup(key);
      if (value.isString()) set_attribute(tag, key, text_string(*value.getString()));
    }
    const Object actual = object.dictLookup("ActualText");
    if (actual.isString()) tag.text = text_string(*actual.getString());
  }

  void class_attributes(const Object& name, Tag& tag) {
    if (name.isName() && class_map_.isDict()) attribute_objects(class_map_.dictLookup(name.getName()), tag);
  }

  void attribute_objects(const Object& a, Tag& tag) {
    if (a.isDict()) return attribute_object(a, tag);
    for (int i = 0; a.isArray() && i < a.arrayGetLength(); ++i) {
      const Object item = a.getArray()->get(i);
      if (item.isDict()) attribute_object(item, tag);  // else a revision number
    }
  }

  void attribute_object(const Object& attributes, Tag& tag) {
    for (const char* key : {"RowSpan", "ColSpan", "Scope", "Headers", "Summary", "ListNumbering"}) {
      const Object value = attributes.dictLookup(key);
      if (value.isInt()) set_attribute(tag, key, std::to_string(value.getInt()));
      else if (value.isName()) set_attribute(tag, key, value.getName());
      else if (value.isString()) set_attribute(tag, key, text_string(*value.getString()));
      else if (value.isArray()) set_attribute(tag, key, joined_strings(value));
    }
  }

  static std::string joined_strings(const Object& array) {
    std::string out;
    for (int i = 0; i < array.arrayGetLength(); ++i) {
      const Object item = array.getArray()->get(i);
      if (item.isString()) out += (out.empty() ? "" : " ") + text_string(*item.getString());
    }
    return out;
  }

  static void set_attribute(Tag& tag, const char* key, std::string value) {
    for (auto& [name, old] : tag.attributes)
      if (name == key) {
        old = std::move(value);
        return;
      }
    tag.attributes.emplace_back(key, std::move(value));
  }

  void report_limit() {
    if (limit_reported_) return;
    limit_reported_ = true;
    diagnostics_.add({.stage = "read", .code = "limit_reached", .message = "the structure tree is larger or deeper than the limit; the rest of it was left out"});
  }

  PDFDoc& pdf_;
  const Limits& limits_;
  Document& document_;
  Diagnostics& diagnostics_;
  MarkedContentIndex index_;
  Object role_map_ = Object(objNull), class_map_ = Object(objNull);
  std::set<int> seen_;
  std::unordered_map<int, int> page_of_object_;
  bool limit_reported_ = false;
};

}  // namespace

MarkedContentIndex read_structure_tree(PDFDoc& pdf, const Limits& limits, Document& document, Diagnostics& diagnostics) {
  return StructureReader(pdf, limits, document, diagnostics).read();
}

}  // namespace muster
