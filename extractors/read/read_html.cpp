#include "extractors/read/read_html.h"

#include <gumbo.h>
#include <re2/re2.h>

#include <algorithm>

#include "extractors/read/clean_text.h"
#include "extractors/read/decode_text.h"
#include "extractors/read/hidden_tags.h"
#include "extractors/read/html_arena.h"
#include "extractors/read/tag_tree.h"
#include "schemas/text.h"

namespace muster {
namespace {

// Gumbo looks through all open elements at many a start tag, so its time grows with their depth; no real page comes near.
constexpr int most_open_elements = 20'000;
// Gumbo's memory for a page: a node takes some 200 bytes and a tag at least 3.
constexpr size_t arena_bytes_per_byte = 64;
constexpr size_t arena_bytes_at_least = 16u << 20;
constexpr size_t arena_bytes_at_most = 1u << 30;

void add_limit(Diagnostics& diagnostics, std::string message) {
  diagnostics.add({.stage = "read", .code = "limit_reached", .message = std::move(message)});
}

bool closes_itself(std::string_view name) {
  static constexpr std::string_view names[] = {"p",  "li",  "td",  "tr",  "th",   "br",   "hr",   "img",   "input",  "meta", "link",
                                               "dt", "dd",  "col", "area", "base", "wbr", "option", "!--", "!doctype"};
  return std::ranges::find(names, name) != std::end(names);
}

// The front part of the markup in which never more than `most_open_elements` stand open, as far as a look at the tags can tell.
std::string_view within_depth(std::string_view html) {
  int open = 0;
  for (size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at + 1)) {
    const std::string_view rest = html.substr(at + 1, 12);
    if (rest.starts_with('/')) open = std::max(0, open - 1);
    else if (!rest.empty() && is_letter(rest[0]) && !closes_itself(ascii_lower(rest.substr(0, rest.find_first_of(" />\t\n\r"))))) ++open;
    if (open > most_open_elements) return html.substr(0, at);
  }
  return html;
}

void* gumbo_allocate(void* arena, size_t bytes) { return static_cast<HtmlArena*>(arena)->allocate(bytes); }
void gumbo_free(void*, void*) {}

// Null when the arena is exhausted. Plain C between setjmp and longjmp: nothing here has a destructor.
const GumboNode* parsed(const char* html, size_t size, HtmlArena& arena) {
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = gumbo_allocate;
  options.deallocator = gumbo_free;
  options.userdata = &arena;
  options.max_errors = 0;
  if (setjmp(arena.exhausted) != 0) return nullptr;
  return gumbo_parse_with_options(&options, html, size)->document;
}

const GumboVector* children_of(const GumboNode& node) {
  switch (node.type) {
    case GUMBO_NODE_DOCUMENT: return &node.v.document.children;
    case GUMBO_NODE_ELEMENT: return &node.v.element.children;
    default: return nullptr;  // a template is not shown
  }
}

std::string element_name(const GumboElement& element) {
  if (element.tag != GUMBO_TAG_UNKNOWN) return gumbo_normalized_tagname(element.tag);
  GumboStringPiece name = element.original_tag;
  gumbo_tag_from_original_text(&name);
  return name.data ? ascii_lower({name.data, name.length}) : "unknown";
}

// "office-" is for what readers of office files tell the layout; a page has no say there.
bool is_kept(std::string_view name, std::string_view value) {
  return !name.starts_with("on") && !name.starts_with("office-") && !value.starts_with("data:") && !value.starts_with("javascript:");
}

Tag element_tag(const GumboElement& element) {
  Tag tag{.name = element_name(element), .line = static_cast<int>(element.start_pos.line)};
  for (unsigned i = 0; i < element.attributes.length; ++i) {
    const auto& a = *static_cast<const GumboAttribute*>(element.attributes.data[i]);
    if (is_kept(a.name, a.value)) tag.attributes.emplace_back(ascii_lower(a.name), clean_text(a.value));
  }
  tag.hidden = is_hidden_by_itself(tag);
  return tag;
}

// Gumbo's tree -> the flat vector, with a stack of our own.
class Flattening {
 public:
  Flattening(Document& document, const Limits& limits, Diagnostics& diagnostics)
      : tags_(document.tags), limits_(limits), diagnostics_(diagnostics) {}

  void run(const GumboNode& root) {
    for (pending_.push_back({&root, -1, 0}); !pending_.empty();) {
      const Pending next = pending_.back();
      pending_.pop_back();
      if (tags_.size() >= limits_.tags) return add_limit(diagnostics_, "the page has more elements than can be read; its end is left out");
      take(next);
    }
    if (too_deep_) add_limit(diagnostics_, "elements are nested too deep; the deepest are taken as children of those above them");
  }

 private:
  struct Pending {
    const GumboNode* node;
    int parent;
    size_t depth;
  };

  void take(const Pending& p) {
    int parent = p.parent;
    size_t depth = p.depth;
    if (p.node->type == GUMBO_NODE_ELEMENT) {
      add(element_tag(p.node->v.element), parent);
      if (depth < limits_.tag_depth) {
        parent = static_cast<int>(tags_.size()) - 1;
        ++depth;
      } else {
        too_deep_ = true;
      }
      if (const std::string& name = tags_.back().name; name == "script" || name == "style") return;
    } else if (p.node->type == GUMBO_NODE_TEXT || p.node->type == GUMBO_NODE_WHITESPACE || p.node->type == GUMBO_NODE_CDATA) {
      add({.name = "#text", .text = clean_text(p.node->v.text.text), .line = static_cast<int>(p.node->v.text.start_pos.line)}, parent);
    }
    const GumboVector* children = children_of(*p.node);
    for (unsigned i = children ? children->length : 0; i > 0; --i)
      pending_.push_back({static_cast<const GumboNode*>(children->data[i - 1]), parent, depth});
  }

  void add(Tag tag, int parent) {
    tag.parent = parent;
    tag.hidden |= parent >= 0 && tags_[static_cast<size_t>(parent)].hidden;
    tags_.push_back(std::move(tag));
  }

  std::vector<Tag>& tags_;
  const Limits& limits_;
  Diagnostics& diagnostics_;
  std::vector<Pending> pending_;
  bool too_deep_ = false;
};

std::string text_within(const TagTree& tree, int i) {
  std::string out;
  for (int at = i + 1; at < tree.end(i); ++at) out += tree[at].text;
  return single_spaced(out);
}

void take_if_empty(std::string& field, std::string_view value) {
  if (field.empty()) field = single_spaced(value);
}

void add_kind(std::string_view kind, Document& document) {
  constexpr size_t longest_kind_bytes = 200;
  if (document.page_kind.size() + kind.size() < longest_kind_bytes) document.page_kind += (document.page_kind.empty() ? "" : " ") + std::string(kind);
}

// Linked data of search engines: "@type": "NewsArticle", "datePublished": "2024-05-01T…". Only these two are looked for.
void take_linked_data(const std::string& html, Document& document) {
  static const RE2 type(R"re("@type"\s*:\s*"(\w{1,40})")re"), published(R"re("datePublished"\s*:\s*"(\d{4}-\d{2}-\d{2}))re");
  re2::StringPiece rest(html);
  std::string found;
  while (RE2::FindAndConsume(&rest, type, &found)) add_kind(found, document);
  if (RE2::PartialMatch(html, published, &found)) take_if_empty(document.created, found);
}

void take_meta(const Tag& tag, Document& document) {
  std::string name = ascii_lower(attribute(tag, "name"));
  if (name.empty()) name = ascii_lower(attribute(tag, "property"));
  const std::string_view content = attribute(tag, "content");
  if (name == "og:site_name" || name == "application-name") take_if_empty(document.site_name, content);
  else if (name == "author") take_if_empty(document.author, content);
  else if (name == "generator") take_if_empty(document.producer, content);
  else if (name == "og:url") take_if_empty(document.url, content);
  else if (name == "og:type") add_kind(content, document);
  else if (name == "article:published_time" || name == "dcterms.date" || name == "dcterms.issued" || name == "dc.date" ||
           name == "dc.date.issued" || name == "date")
    take_if_empty(document.created, content);
}

void take_metadata(Document& document) {
  const TagTree tree(document.tags);
  std::string canonical;
  for (int i = 0; i < tree.size(); ++i) {
    const Tag& tag = tree[i];
    if (tag.name == "html") take_if_empty(document.language, attribute(tag, "lang"));
    if (tag.name == "title" && tree.ancestor(i, "svg") < 0) take_if_empty(document.title, text_within(tree, i));
    if (tag.name == "link" && ascii_lower(attribute(tag, "rel")) == "canonical") take_if_empty(canonical, attribute(tag, "href"));
    if (tag.name == "meta") take_meta(tag, document);
    if (tag.name == "body") add_kind(attribute(tag, "class"), document);
  }
  if (!canonical.empty()) document.url = canonical;
}

// Browsers write the address into a page that they save.
void take_saved_address(const std::string& html, Document& document) {
  static const RE2 saved(R"(<!--\s*saved from url=\(\d+\)(\S+))");
  std::string address;
  if (document.url.empty() && RE2::PartialMatch(re2::StringPiece(html.data(), std::min<size_t>(html.size(), 4096)), saved, &address))
    document.url = address;
}

bool has_visible_text(const Document& document) {
  return std::ranges::any_of(document.tags, [](const Tag& t) { return !t.hidden && !trimmed(t.text).empty(); });
}

}  // namespace

Document read_html(const Source& source, const Limits& limits, Diagnostics& diagnostics) {
  Document document;
  const DecodedText decoded = decode_text(source.bytes, declared_markup_encoding(source.bytes));
  if (decoded.stray_bytes > 0)
    diagnostics.add({.stage = "read", .code = "mixed_encoding", .severity = Severity::info,
                     .message = std::to_string(decoded.stray_bytes) + " bytes are not UTF-8 and were read as windows-1252"});
  const std::string_view html = within_depth(decoded.utf8);
  if (html.size() < decoded.utf8.size()) add_limit(diagnostics, "elements are nested absurdly deep; the page's end is left out");
  HtmlArena arena(std::clamp(html.size() * arena_bytes_per_byte, arena_bytes_at_least, arena_bytes_at_most));
  const GumboNode* root = parsed(html.data(), html.size(), arena);
  if (!root) {
    document.failure = "the markup of this page multiplies beyond all measure when it is repaired; print the page to PDF and add that";
    return document;
  }
  Flattening(document, limits, diagnostics).run(*root);
  take_metadata(document);
  take_saved_address(decoded.utf8, document);
  take_linked_data(decoded.utf8, document);
  if (!has_visible_text(document)) document.tags.clear();
  return document;
}

}  // namespace muster
