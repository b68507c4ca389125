#include "extractors/office/xlsx_sheet.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

#include "extractors/office/number_format.h"
#include "extractors/office/xml_tags.h"
#include "extractors/read/clean_text.h"
#include "schemas/text.h"

namespace muster {
namespace {

std::optional<double> number_in(std::string_view text) {
  text = trimmed(text);
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || text.empty() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

int whole_in(std::string_view text, int otherwise) {
  int value = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

// Takes the events of one worksheet.
class SheetReader {
 public:
  SheetReader(const Workbook& book, size_t most_cells) : book_(book), most_cells_(most_cells) {}

  bool take(const XmlEvent& event) {
    if (event.kind == XmlEvent::Kind::open) open(event.tag);
    else if (event.kind == XmlEvent::Kind::close) close(event.tag.name);
    else if (in_value_) value_ += event.tag.text;
    else if (inline_item_) inline_tags_.push_back({.name = "#text", .parent = inline_open_.back(), .text = event.tag.text});
    return !sheet_.cut;
  }

  Sheet sheet() {
    settle_cells(sheet_, merges_);
    return std::move(sheet_);
  }

 private:
  void open(const Tag& tag) {
    if (inline_item_) open_inline(tag);
    else if (tag.name == "col") note_columns(tag);
    else if (tag.name == "row") open_row(tag);
    else if (tag.name == "c") open_cell(tag);
    else if (tag.name == "v") in_value_ = has_value_ = true;
    else if (tag.name == "f") formula_ = true;
    else if (tag.name == "is") open_inline(tag);
    else if (tag.name == "mergeCell") note_merge(attribute(tag, "ref"));
  }

  void open_inline(const Tag& tag) {
    Tag copy = tag;
    copy.parent = inline_open_.empty() ? -1 : inline_open_.back();
    inline_open_.push_back(static_cast<int>(inline_tags_.size()));
    inline_tags_.push_back(std::move(copy));
    inline_item_ = true;
  }

  void close(const std::string& name) {
    if (inline_item_) {
      inline_open_.pop_back();
      inline_item_ = !inline_open_.empty();
    } else if (name == "v") {
      in_value_ = false;
    } else if (name == "c") {
      close_cell();
    }
  }

  void note_columns(const Tag& tag) {
    if (attribute(tag, "hidden") != "1" && attribute(tag, "hidden") != "true") return;
    const int last = std::min(whole_in(attribute(tag, "max"), 0), most_sheet_columns);
    for (int c = std::max(1, whole_in(attribute(tag, "min"), 1)); c <= last; ++c) sheet_.hidden_columns.insert(c - 1);
  }

  // Rows and cells without a name follow the one before.
  void open_row(const Tag& tag) {
    cell_.row = std::clamp(whole_in(attribute(tag, "r"), cell_.row + 2) - 1, 0, most_sheet_rows - 1);
    cell_.col = -1;
    if (attribute(tag, "hidden") == "1" || attribute(tag, "hidden") == "true") sheet_.hidden_rows.insert(cell_.row);
  }

  void open_cell(const Tag& tag) {
    int row = cell_.row, col = cell_.col + 1;
    parse_cell_name(attribute(tag, "r"), row, col);
    cell_ = {.row = row, .col = col};
    type_ = attribute(tag, "t");
    style_ = static_cast<size_t>(std::max(0, whole_in(attribute(tag, "s"), 0)));
    value_.clear();
    inline_tags_.clear();
    inline_open_.clear();
    formula_ = in_value_ = has_value_ = inline_item_ = false;
  }

  void close_cell() {
    const CellStyle style = style_ < book_.styles.size() ? book_.styles[style_] : CellStyle{};
    cell_.bold = style.bold;
    cell_.text = shown(style.format);
    if (formula_ && !has_value_) ++sheet_.formulas_without_value;
    if (trimmed(plain_text(cell_.text)).empty()) return;
    if (sheet_.cells.size() >= most_cells_) {
      sheet_.cut = true;
      return;
    }
    sheet_.cells.push_back(cell_);
  }

  RichText shown(const std::string& format) {
    if (type_ == "s") {
      const int index = whole_in(value_, -1);
      return index >= 0 && static_cast<size_t>(index) < book_.strings.size() ? book_.strings[static_cast<size_t>(index)] : RichText{};
    }
    if (type_ == "inlineStr") return inline_tags_.empty() ? RichText{} : rich_text(TagTree(inline_tags_), 0);
    if (type_ == "str" || type_ == "e" || type_ == "d") return {{.text = shown_text(clean_text(value_), format)}};
    cell_.number = true;
    if (type_ == "b") return {{.text = value_ == "1" ? "TRUE" : "FALSE"}};
    const std::optional<double> number = number_in(value_);
    if (!number) return {{.text = clean_text(value_)}};
    show_number(*number, format, book_.since_1904, cell_);
    return cell_.text;
  }

  void note_merge(std::string_view range) {
    const size_t colon = range.find(':');
    int row = 0, col = 0, last_row = 0, last_col = 0;
    if (colon == std::string_view::npos || !parse_cell_name(range.substr(0, colon), row, col) ||
        !parse_cell_name(range.substr(colon + 1), last_row, last_col) || last_row < row || last_col < col || merges_.size() >= most_cells_)
      return;
    merges_.push_back({row, col, last_row - row + 1, last_col - col + 1});
  }

  const Workbook& book_;
  size_t most_cells_;
  Sheet sheet_;
  SheetCell cell_{.row = -1, .col = -1};
  std::string type_, value_;
  size_t style_ = 0;
  bool in_value_ = false, has_value_ = false, formula_ = false, inline_item_ = false;
  std::vector<Tag> inline_tags_;
  std::vector<int> inline_open_;
  std::vector<SheetMerge> merges_;
};

}  // namespace

bool parse_cell_name(std::string_view name, int& row, int& col) {
  int c = 0;
  while (!name.empty() && (is_letter(name[0]) || name[0] == '$')) {
    if (name[0] != '$') c = c * 26 + (ascii_lower(name.substr(0, 1))[0] - 'a' + 1);
    if (c > most_sheet_columns) return false;
    name.remove_prefix(1);
  }
  const int r = whole_in(name, 0);
  if (c < 1 || r < 1 || r > most_sheet_rows) return false;
  row = r - 1;
  col = c - 1;
  return true;
}

Sheet read_sheet(std::string_view xml, const Workbook& book, size_t most_cells, std::string& fault) {
  SheetReader reader(book, most_cells);
  fault = stream_xml(xml, [&](const XmlEvent& event) { return reader.take(event); });
  return reader.sheet();
}

}  // namespace muster
