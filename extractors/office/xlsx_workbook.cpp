#include "extractors/office/xlsx_workbook.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "extractors/office/number_format.h"
#include "extractors/read/clean_text.h"
#include "extractors/read/tag_tree.h"

namespace muster {
namespace {

int number_of(std::string_view text) {
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

bool is_on(const Tag& tag) {
  const std::string_view value = attribute(tag, "val");
  return value != "0" && value != "false";
}

std::string part_of_type(const std::map<std::string, Relationship>& parts, std::string_view type) {
  for (const auto& [id, relationship] : parts)
    if (relationship.type == type) return relationship.target;
  return {};
}

void read_sheets(OfficePackage& package, const std::map<std::string, Relationship>& parts, Workbook& book) {
  const std::vector<Tag> tags = package.xml(package.main_part());
  for (const Tag& tag : tags) {
    if (tag.name == "workbookPr") book.since_1904 = attribute(tag, "date1904") == "1" || attribute(tag, "date1904") == "true";
    if (tag.name != "sheet") continue;
    const auto part = parts.find(std::string(attribute(tag, "id")));
    if (part == parts.end() || part->second.type != "worksheet") continue;
    const std::string_view state = attribute(tag, "state");
    book.sheets.push_back({clean_text(attribute(tag, "name")), part->second.target, state == "hidden" || state == "veryHidden"});
  }
}

void read_strings(OfficePackage& package, const std::string& part, Workbook& book) {
  const std::vector<Tag> tags = package.xml(part);
  const TagTree tree(tags);
  for (int i = 0; i < tree.size(); ++i)
    if (tree[i].name == "si") book.strings.push_back(rich_text(tree, i));
}

bool is_bold_font(const TagTree& tree, int font) {
  for (const int child : tree.children(font))
    if (tree[child].name == "b") return is_on(tree[child]);
  return false;
}

void read_styles(OfficePackage& package, const std::string& part, Workbook& book) {
  const std::vector<Tag> tags = package.xml(part);
  const TagTree tree(tags);
  std::map<int, std::string> formats;
  std::vector<bool> bold_fonts;
  for (int i = 0; i < tree.size(); ++i) {
    const Tag& tag = tree[i];
    const std::string_view parent = tag.parent < 0 ? "" : std::string_view(tree[tag.parent].name);
    if (tag.name == "numFmt") formats[number_of(attribute(tag, "numFmtId"))] = attribute(tag, "formatCode");
    if (tag.name == "font" && parent == "fonts") bold_fonts.push_back(is_bold_font(tree, i));
    if (tag.name != "xf" || parent != "cellXfs") continue;
    const int format = number_of(attribute(tag, "numFmtId"));
    const size_t font = static_cast<size_t>(std::max(0, number_of(attribute(tag, "fontId"))));
    const auto own = formats.find(format);
    book.styles.push_back({own == formats.end() ? std::string(built_in_format(format)) : own->second, font < bold_fonts.size() && bold_fonts[font]});
  }
}

TextRun run_of(const TagTree& tree, int run) {
  TextRun out;
  for (int i = run + 1; i < tree.end(run); ++i) {
    if (tree[i].name == "vertAlign") out.superscript = attribute(tree[i], "val") == "superscript";
    if (tree[i].name == "b") out.bold = is_on(tree[i]);
    out.text += tree[i].text;
  }
  out.text = clean_text(out.text);
  return out;
}

}  // namespace

RichText rich_text(const TagTree& tree, int item) {
  RichText out;
  for (const int child : tree.children(item))
    if (tree[child].name == "t" || tree[child].name == "r") out.push_back(run_of(tree, child));
  return out;
}

Workbook read_workbook(OfficePackage& package) {
  Workbook book;
  const auto parts = package.relationships(package.main_part());
  read_sheets(package, parts, book);
  read_strings(package, part_of_type(parts, "sharedStrings"), book);
  read_styles(package, part_of_type(parts, "styles"), book);
  return book;
}

}  // namespace muster
