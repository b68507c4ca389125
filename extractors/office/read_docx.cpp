#include "extractors/office/read_docx.h"

#include <algorithm>
#include <charconv>
#include <set>

#include "extractors/office/docx_numbering.h"
#include "extractors/office/docx_styles.h"
#include "extractors/office/docx_tables.h"
#include "extractors/office/office_package.h"
#include "extractors/office/tag_writer.h"
#include "extractors/read/clean_text.h"
#include "extractors/read/tag_tree.h"
#include "schemas/text.h"

namespace muster {
namespace {

// Longer paragraphs with an outline level are text that was given one by mistake.
constexpr size_t most_heading_bytes = 200;

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::ranges::find(names, name) != names.end();
}

// Tracked deletions, and the second wording of what newer programs draw.
bool is_left_out(std::string_view name) { return is_one_of(name, {"del", "moveFrom", "Fallback", "delText", "instrText"}); }

int child_named(const TagTree& tree, int i, std::string_view name) {
  for (const int child : tree.children(i))
    if (tree[child].name == name) return child;
  return -1;
}

// The symbol of a w:sym, given as the hexadecimal code of its font.
std::string symbol(const Tag& tag) {
  const std::string_view code = attribute(tag, "char");
  unsigned value = 0;
  std::from_chars(code.data(), code.data() + code.size(), value, 16);
  if (value < 0x20 || value > 0xFFFF || (value >= 0xD800 && value < 0xE000)) return {};
  std::string out;
  if (value < 0x80) return std::string(1, static_cast<char>(value));
  if (value < 0x800) (out += static_cast<char>(0xC0 | value >> 6)) += static_cast<char>(0x80 | (value & 0x3F));
  else ((out += static_cast<char>(0xE0 | value >> 12)) += static_cast<char>(0x80 | (value >> 6 & 0x3F))) += static_cast<char>(0x80 | (value & 0x3F));
  return out;
}

// Notes of one kind (footnotes, endnotes) in the order of their references.
struct Notes {
  std::string part, element;
  std::vector<std::string> ids;
};

// Writes the parts of one document; each part is a tree of its own.
class DocxBody {
 public:
  DocxBody(TagWriter& writer, DocxStyles styles, DocxNumbering numbering)
      : writer_(writer), styles_(std::move(styles)), numbering_(std::move(numbering)) {}

  Notes footnotes{.part = "footnotes", .element = "footnote"};
  Notes endnotes{.part = "endnotes", .element = "endnote"};

  void write_blocks(const TagTree& tree, int parent) {
    for (const int child : tree.children(parent)) {
      const std::string& name = tree[child].name;
      if (name == "p") write_paragraph(tree, child);
      else if (name == "tbl") write_table(tree, child);
      else if (!is_left_out(name) && !name.ends_with("Pr")) write_blocks(tree, child);
    }
  }

  // Number before the text of the note being written.
  void set_note_number(std::string number) { note_number_ = std::move(number); }

 private:
  void write_paragraph(const TagTree& tree, int p) {
    const int properties = child_named(tree, p, "pPr");
    DocxLook look = properties < 0 ? DocxLook{} : look_of_properties(tree, properties);
    const DocxLook style = styles_.resolved(look.style);
    look.inherit(style);
    const std::vector<int> outer_boxes = std::move(boxes_);
    boxes_.clear();
    if (single_spaced(tree.text(p)).size() > most_heading_bytes) look.outline_level.reset();
    writer_.open(element_of(look), list_attributes(look));
    write_inline(tree, p, style);
    writer_.close();
    const std::vector<int> boxes = std::move(boxes_);
    boxes_ = outer_boxes;
    for (const int box : boxes) write_box(tree, box);
  }

  static std::string element_of(const DocxLook& look) {
    constexpr int deepest_html_heading = 6;
    const int level = look.outline_level.value_or(9);
    if (level < 0 || level > 8) return "p";
    return "h" + std::to_string(std::min(level + 1, deepest_html_heading));
  }

  TagWriter::Attributes list_attributes(const DocxLook& look) {
    if (!look.list || *look.list == "0") return {};
    const int level = look.list_level.value_or(0);
    const std::string label = numbering_.next(*look.list, level);
    if (label.empty()) return {};
    return {{"office-label", label}, {"office-level", std::to_string(level + 1)}};
  }

  void write_box(const TagTree& tree, int box) {
    writer_.open("div", {{"class", "text-box"}});
    write_blocks(tree, box);
    writer_.close();
  }

  void write_inline(const TagTree& tree, int parent, const DocxLook& paragraph) {
    for (const int child : tree.children(parent)) {
      const std::string& name = tree[child].name;
      if (is_left_out(name) || name == "pPr") continue;
      if (name == "r") write_run(tree, child, paragraph);
      else write_inline(tree, child, paragraph);
    }
  }

  void write_run(const TagTree& tree, int run, const DocxLook& paragraph) {
    const int properties = child_named(tree, run, "rPr");
    DocxLook look = properties < 0 ? DocxLook{} : look_of_properties(tree, properties);
    if (!look.style.empty()) look.inherit(styles_.resolved(look.style));
    look.inherit(paragraph);
    int opened = 0;
    const auto open = [&](const char* name, bool hidden = false) {
      writer_.open(name, {}, hidden);
      ++opened;
    };
    if (look.hidden.value_or(false)) open("span", true);
    if (look.bold.value_or(false)) open("b");
    if (look.italic.value_or(false)) open("i");
    if (look.superscript.value_or(false)) open("sup");
    for (const int child : tree.children(run)) write_run_part(tree, child);
    while (opened-- > 0) writer_.close();
  }

  void write_run_part(const TagTree& tree, int i) {
    const Tag& tag = tree[i];
    if (tag.name == "t") writer_.text(clean_text(tree.text(i)));
    else if (tag.name == "tab") writer_.text("\t");
    else if (tag.name == "br" || tag.name == "cr") writer_.empty("br");
    else if (tag.name == "noBreakHyphen") writer_.text("-");
    else if (tag.name == "sym") writer_.text(clean_text(symbol(tag)));
    else if (tag.name == "footnoteReference") write_reference(footnotes, tag);
    else if (tag.name == "endnoteReference") write_reference(endnotes, tag);
    else if (tag.name == "footnoteRef" || tag.name == "endnoteRef") writer_.text(note_number_ + " ");
    else if (is_one_of(tag.name, {"drawing", "pict", "object", "AlternateContent"})) note_drawing(tree, i);
  }

  void write_reference(Notes& notes, const Tag& tag) {
    notes.ids.emplace_back(attribute(tag, "id"));
    writer_.open("sup");
    writer_.text(std::to_string(notes.ids.size()));
    writer_.close();
  }

  // Words for a picture stand where it is anchored; text boxes wait until the paragraph ends.
  void note_drawing(const TagTree& tree, int drawing) {
    for (int i = drawing + 1; i < tree.end(drawing);) {
      const Tag& tag = tree[i];
      if (tag.name == "txbxContent") boxes_.push_back(i);
      if (tag.name == "docPr" && has_attribute(tag, "descr")) writer_.empty("img", {{"alt", clean_text(attribute(tag, "descr"))}});
      i = tag.name == "txbxContent" || is_left_out(tag.name) ? tree.end(i) : i + 1;
    }
  }

  void write_table(const TagTree& tree, int table) {
    writer_.open("table");
    for (const DocxRow& row : docx_rows(tree, table)) {
      writer_.open("tr");
      for (const DocxCell& cell : row.cells) {
        TagWriter::Attributes spans;
        if (cell.colspan > 1) spans.emplace_back("colspan", std::to_string(cell.colspan));
        if (cell.rowspan > 1) spans.emplace_back("rowspan", std::to_string(cell.rowspan));
        writer_.open(row.header ? "th" : "td", std::move(spans));
        if (cell.tag >= 0) write_blocks(tree, cell.tag);
        writer_.close();
      }
      writer_.close();
    }
    writer_.close();
  }

  TagWriter& writer_;
  DocxStyles styles_;
  DocxNumbering numbering_;
  std::vector<int> boxes_;  // text boxes anchored in the paragraph being written
  std::string note_number_;
};

// Headers or footers of all sections, each wording once.
void write_margins(OfficePackage& package, const std::map<std::string, Relationship>& parts, const std::string& type, const char* region,
                   TagWriter& writer, DocxBody& body) {
  std::set<std::string> seen;
  for (const auto& [id, relationship] : parts) {
    if (relationship.type != type) continue;
    const std::vector<Tag> tags = package.xml(relationship.target);
    if (tags.empty()) continue;
    const TagTree tree(tags);
    const std::string words = single_spaced(tree.text(0));
    if (!seen.insert(words).second) continue;
    writer.open(type, {{"office-region", region}});
    body.write_blocks(tree, 0);
    writer.close();
  }
}

void write_notes(OfficePackage& package, const std::map<std::string, Relationship>& parts, const Notes& notes, TagWriter& writer, DocxBody& body) {
  if (notes.ids.empty()) return;
  for (const auto& [id, relationship] : parts) {
    if (relationship.type != notes.part) continue;
    const std::vector<Tag> tags = package.xml(relationship.target);
    const TagTree tree(tags);
    std::map<std::string_view, int> by_id;
    for (int i = 0; i < tree.size(); ++i)
      if (tree[i].name == notes.element) by_id.emplace(attribute(tree[i], "id"), i);
    for (size_t n = 0; n < notes.ids.size(); ++n) {
      const auto note = by_id.find(notes.ids[n]);
      if (note == by_id.end()) continue;
      body.set_note_number(std::to_string(n + 1));
      writer.open("section", {{"class", notes.part}});
      body.write_blocks(tree, note->second);
      writer.close();
    }
  }
}

std::vector<Tag> part_of_type(OfficePackage& package, const std::map<std::string, Relationship>& parts, std::string_view type) {
  for (const auto& [id, relationship] : parts)
    if (relationship.type == type) return package.xml(relationship.target);
  return {};
}

}  // namespace

Document read_docx(const Source& source, const Limits& limits, Diagnostics& diagnostics) {
  Document document;
  OfficePackage package(source.bytes, limits, diagnostics);
  document.failure = package.failure();
  if (!document.failure.empty()) return document;
  const std::vector<Tag> tags = package.xml(package.main_part());
  const TagTree tree(tags);
  const auto parts = package.relationships(package.main_part());
  const DocxStyles styles(part_of_type(package, parts, "styles"));
  document.language = styles.language();
  package.take_metadata(document);

  TagWriter writer(document.tags, limits, diagnostics);
  DocxBody body(writer, styles, DocxNumbering(part_of_type(package, parts, "numbering")));
  writer.open("body");
  write_margins(package, parts, "header", "running_header", writer, body);
  for (int i = 0; i < tree.size(); ++i)
    if (tree[i].name == "body") body.write_blocks(tree, i);
  const Notes footnotes = body.footnotes, endnotes = body.endnotes;
  write_notes(package, parts, footnotes, writer, body);
  write_notes(package, parts, endnotes, writer, body);
  write_margins(package, parts, "footer", "running_footer", writer, body);
  writer.close();
  drop_blank(document);
  return document;
}

}  // namespace muster
