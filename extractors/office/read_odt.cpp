#include "extractors/office/read_odt.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "extractors/office/odt_styles.h"
#include "extractors/office/opendocument.h"
#include "extractors/office/tag_writer.h"
#include "extractors/read/clean_text.h"
#include "extractors/read/tag_tree.h"
#include "schemas/text.h"

namespace muster {
namespace {

// Blanks written as a count (text:s), and cells written as one (number-columns-repeated).
constexpr int most_repeats = 100;
// Longer paragraphs with an outline level are text that was given one by mistake.
constexpr size_t most_heading_bytes = 200;
constexpr int deepest_html_heading = 6;

int count_in(const Tag& tag, std::string_view name) {
  const std::string_view text = attribute(tag, name);
  int value = 1;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return std::clamp(value, 1, most_repeats);
}

std::optional<long> start_in(const Tag& tag) {
  const std::string_view text = attribute(tag, "start-value");
  long value = 0;
  if (std::from_chars(text.data(), text.data() + text.size(), value).ec != std::errc() || value < 0) return std::nullopt;
  return value;
}

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::ranges::find(names, name) != names.end();
}

// Deleted text of tracked changes, notes in the margin, forms and settings.
bool is_left_out(std::string_view name) {
  return is_one_of(name, {"tracked-changes", "annotation", "annotation-end", "forms", "sequence-decls", "variable-decls", "user-field-decls", "index-title-template",
                          "table-of-content-source", "desc", "title", "ruby-text", "event-listeners", "binary-data"});
}

class OdtBody {
 public:
  OdtBody(TagWriter& writer, const OdtStyles& styles) : writer_(writer), styles_(styles), numbering_(styles) {}

  void write_blocks(const TagTree& tree, int parent) {
    for (const int child : tree.children(parent)) write_block(tree, child);
  }

  void write_notes(const TagTree& tree) {
    for (size_t n = 0; n < notes_.size(); ++n) {
      if (notes_[n].body < 0) continue;
      writer_.open("section", {{"class", "footnotes"}});
      note_mark_ = notes_[n].mark;
      write_blocks(tree, notes_[n].body);
      writer_.close();
    }
    notes_.clear();
    note_mark_.clear();
  }

 private:
  // The item of a list that the next paragraph may be the first of.
  struct Item {
    std::string key, style;
    size_t level = 0;
    std::optional<long> start;
  };
  struct Note {
    std::string mark;
    int body;
  };

  void write_block(const TagTree& tree, int i) {
    const std::string& name = tree[i].name;
    if (is_left_out(name) || writer_.full()) return;
    if (name == "p" || name == "h") write_paragraph(tree, i);
    else if (name == "list") write_list(tree, i, {});
    else if (name == "table") write_table(tree, i);
    else if (name == "text-box") write_box(tree, i);
    else write_blocks(tree, i);
  }

  void write_list(const TagTree& tree, int list, const Item& outer) {
    const Tag& tag = tree[list];
    Item item{.key = outer.key, .style = std::string(attribute(tag, "style-name")), .level = outer.key.empty() ? 0 : outer.level + 1};
    if (item.style.empty()) item.style = outer.style;
    if (outer.key.empty()) item.key = key_of(tag, item.style);
    for (const int child : tree.children(list)) {
      if (tree[child].name != "list-item" && tree[child].name != "list-header") continue;
      item.start = start_in(tree[child]);
      pending_ = tree[child].name == "list-item" ? std::optional(item) : std::nullopt;
      for (const int block : tree.children(child)) {
        if (tree[block].name == "list") write_list(tree, block, item);
        else write_block(tree, block);
      }
      pending_.reset();
    }
  }

  // Lists that continue another share its numbers.
  std::string key_of(const Tag& tag, const std::string& style) {
    std::string key = std::to_string(++lists_);
    if (const std::string_view before = attribute(tag, "continue-list"); !before.empty()) {
      if (const auto found = key_by_id_.find(std::string(before)); found != key_by_id_.end()) key = found->second;
    } else if (attribute(tag, "continue-numbering") == "true") {
      if (const auto found = key_by_style_.find(style); found != key_by_style_.end()) key = found->second;
    }
    if (has_attribute(tag, "id")) key_by_id_[std::string(attribute(tag, "id"))] = key;
    return key_by_style_[style] = key;
  }

  std::string label_of(const Tag& tag, const OdtLook& look, size_t& level) {
    if (tag.name == "h" && !pending_) {
      level = static_cast<size_t>(count_in(tag, "outline-level") - 1);
      return attribute(tag, "is-list-header") == "true" ? "" : numbering_.next("outline", "outline", level, start_in(tag));
    }
    if (!pending_) return {};
    const Item item = *std::exchange(pending_, std::nullopt);
    level = item.level;
    return numbering_.next(item.key, item.style.empty() ? look.list_style.value_or("") : item.style, level, item.start);
  }

  void write_paragraph(const TagTree& tree, int p) {
    const Tag& tag = tree[p];
    const OdtLook look = styles_.look("paragraph", attribute(tag, "style-name"));
    TagWriter::Attributes attributes;
    size_t level = 0;
    if (const std::string label = label_of(tag, look, level); !label.empty())
      attributes = {{"office-label", label}, {"office-level", std::to_string(std::min<size_t>(level + 1, 9))}};
    const bool heading = tag.name == "h" && single_spaced(tree.text(p)).size() <= most_heading_bytes;
    writer_.open(heading ? "h" + std::to_string(std::min(count_in(tag, "outline-level"), deepest_html_heading)) : "p", std::move(attributes));
    if (!note_mark_.empty()) writer_.text(std::exchange(note_mark_, {}) + ' ');
    const std::vector<int> outer_boxes = std::exchange(boxes_, {});
    write_looks(tree, p, look);
    writer_.close();
    for (const int box : std::exchange(boxes_, outer_boxes)) write_box(tree, box);
  }

  void write_box(const TagTree& tree, int box) {
    writer_.open("div", {{"class", "text-box"}});
    write_blocks(tree, box);
    writer_.close();
  }

  // Text within an element of this look; nothing is written around plain text.
  void write_looks(const TagTree& tree, int parent, const OdtLook& look) {
    int opened = 0;
    const auto open = [&](const std::optional<bool>& on, const char* name, bool hidden = false) {
      if (!on.value_or(false)) return;
      writer_.open(name, {}, hidden);
      ++opened;
    };
    open(look.hidden, "span", true);
    open(look.bold, "b");
    open(look.italic, "i");
    open(look.superscript, "sup");
    write_inline(tree, parent, look);
    while (opened-- > 0) writer_.close();
  }

  void write_inline(const TagTree& tree, int parent, const OdtLook& look) {
    for (const int i : tree.children(parent)) {
      const Tag& tag = tree[i];
      if (is_left_out(tag.name)) continue;
      if (tag.name == "#text") writer_.text(clean_text(tag.text));
      else if (tag.name == "span") write_span(tree, i, look);
      else if (tag.name == "s") writer_.text(std::string(static_cast<size_t>(count_in(tag, "c")), ' '));
      else if (tag.name == "tab") writer_.text("\t");
      else if (tag.name == "line-break") writer_.empty("br");
      else if (tag.name == "note") write_note(tree, i);
      else if (tag.name == "text-box") boxes_.push_back(i);
      else if (tag.name == "frame") write_frame(tree, i, look);
      else if (tag.name == "hidden-text" || tag.name == "hidden-paragraph") continue;
      else write_inline(tree, i, look);
    }
  }

  // Looks are written as differences: what the paragraph has, a span within need not say again.
  void write_span(const TagTree& tree, int span, const OdtLook& outer) {
    OdtLook look = styles_.look("text", attribute(tree[span], "style-name"));
    OdtLook fresh = look;
    for (std::optional<bool> OdtLook::*field : {&OdtLook::bold, &OdtLook::italic, &OdtLook::superscript, &OdtLook::hidden})
      if ((outer.*field).value_or(false)) fresh.*field = false;
    look.inherit(outer);
    write_looks(tree, span, fresh);
  }

  void write_frame(const TagTree& tree, int frame, const OdtLook& look) {
    for (const int child : tree.children(frame))
      if (tree[child].name == "title" || tree[child].name == "desc") {
        if (const std::string words = single_spaced(clean_text(tree.text(child))); !words.empty()) writer_.empty("img", {{"alt", words}});
        break;
      }
    write_inline(tree, frame, look);
  }

  void write_note(const TagTree& tree, int note) {
    for (const int child : tree.children(note)) {
      if (tree[child].name == "note-citation") {
        notes_.push_back({clean_text(tree.text(child)), -1});
        writer_.open("sup");
        writer_.text(notes_.back().mark);
        writer_.close();
      } else if (tree[child].name == "note-body" && !notes_.empty()) {
        notes_.back().body = child;
      }
    }
  }

  void write_table(const TagTree& tree, int table) {
    writer_.open("table");
    write_rows(tree, table, false);
    writer_.close();
  }

  void write_rows(const TagTree& tree, int parent, bool header) {
    for (const int child : tree.children(parent)) {
      const std::string& name = tree[child].name;
      if (name == "table-row") write_row(tree, child, header);
      else if (is_one_of(name, {"table-header-rows", "table-rows", "table-row-group"})) write_rows(tree, child, header || name == "table-header-rows");
    }
  }

  void write_row(const TagTree& tree, int row, bool header) {
    writer_.open("tr");
    for (const int cell : tree.children(row)) {
      if (tree[cell].name != "table-cell") continue;
      TagWriter::Attributes spans;
      const int colspan = count_in(tree[cell], "number-columns-spanned"), rowspan = count_in(tree[cell], "number-rows-spanned");
      if (colspan > 1) spans.emplace_back("colspan", std::to_string(colspan));
      if (rowspan > 1) spans.emplace_back("rowspan", std::to_string(rowspan));
      for (int n = holds_table(tree, cell) ? 1 : count_in(tree[cell], "number-columns-repeated"); n > 0 && !writer_.full(); --n) {
        writer_.open(header ? "th" : "td", spans);
        write_blocks(tree, cell);
        writer_.close();
      }
    }
    writer_.close();
  }

  // Repeated tables within repeated tables would multiply.
  static bool holds_table(const TagTree& tree, int cell) {
    for (int i = cell + 1; i < tree.end(cell); ++i)
      if (tree[i].name == "table") return true;
    return false;
  }

  TagWriter& writer_;
  const OdtStyles& styles_;
  OdtNumbering numbering_;
  std::optional<Item> pending_;
  std::vector<int> boxes_;  // text boxes anchored in the paragraph being written
  std::vector<Note> notes_;
  std::string note_mark_;   // stands before the next paragraph
  std::map<std::string, std::string> key_by_id_, key_by_style_;
  int lists_ = 0;
};

// Headers or footers of all page styles, each wording once.
void write_margins(const TagTree& styles, std::string_view type, const char* region, TagWriter& writer, OdtBody& body) {
  std::vector<std::string> seen;
  for (int i = 0; i < styles.size(); ++i) {
    const std::string& name = styles[i].name;
    if (!name.starts_with(type) || name.ends_with("-style") || styles[i].parent < 0 || styles[styles[i].parent].name != "master-page") continue;
    const std::string words = single_spaced(styles.text(i));
    if (words.empty() || std::ranges::find(seen, words) != seen.end()) continue;
    seen.push_back(words);
    writer.open(std::string(type), {{"office-region", region}});
    body.write_blocks(styles, i);
    writer.close();
    body.write_notes(styles);
  }
}

}  // namespace

Document read_odt(const Source& source, const Limits& limits, Diagnostics& diagnostics) {
  Document document;
  OpenDocument file(source.bytes, limits, diagnostics);
  document.failure = file.failure();
  if (!document.failure.empty()) return document;
  const std::vector<Tag> style_tags = file.xml("styles.xml"), tags = file.xml("content.xml");
  const TagTree style_tree(style_tags), tree(tags);
  OdtStyles styles;
  styles.add(style_tree);
  styles.add(tree);
  file.take_metadata(document);

  TagWriter writer(document.tags, limits, diagnostics);
  OdtBody body(writer, styles);
  writer.open("body");
  write_margins(style_tree, "header", "running_header", writer, body);
  for (int i = 0; i < tree.size(); ++i)
    if (tree[i].name == "text" && tree[i].parent >= 0 && tree[tree[i].parent].name == "body") body.write_blocks(tree, i);
  body.write_notes(tree);
  write_margins(style_tree, "footer", "running_footer", writer, body);
  writer.close();
  drop_blank(document);
  return document;
}

}  // namespace muster
