#include "extractors/office/ods_sheets.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "extractors/office/xml_tags.h"
#include "extractors/read/clean_text.h"
#include "extractors/read/tag_tree.h"
#include "schemas/text.h"

namespace muster {
namespace {

// More sheets are no workbook that a person made.
constexpr size_t most_sheets = 1000;
// Filled cells that are written once and a count: people fill columns, not whole sheets.
constexpr size_t most_copies = 50'000;
// Blanks written as a count (text:s).
constexpr int most_blanks = 100;

int count_in(const Tag& tag, std::string_view name, int most) {
  const std::string_view text = attribute(tag, name);
  int value = 1;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return std::clamp(value, 1, most);
}

struct StyleLook {
  bool bold = false, superscript = false, hidden = false;
};

class OdsReader {
 public:
  explicit OdsReader(size_t most_cells) : cells_left_(most_cells) {}

  bool take(const XmlEvent& event) {
    if (event.kind == XmlEvent::Kind::open) open(event.tag);
    else if (event.kind == XmlEvent::Kind::close) close(event.tag.name);
    else if (paragraphs_ > 0 && notes_ == 0) add_text(event.tag.text);
    return !full_;
  }

  std::vector<Sheet> sheets() {
    if (full_ && in_table_) close_table();
    return std::move(sheets_);
  }

 private:
  void open(const Tag& tag) {
    const std::string& name = tag.name;
    if (name == "style") style_ = &styles_[std::string(attribute(tag, "name"))];
    else if (name.ends_with("-properties")) note_look(tag);
    else if (name == "annotation") ++notes_;
    else if (!in_table_ && name == "table") open_table(tag);
    else if (!in_table_) return;
    else if (name == "table-column") note_columns(tag);
    else if (name == "table-row") open_row(tag);
    else if (name == "table-cell" || name == "covered-table-cell") open_cell(tag);
    else if (notes_ == 0) open_text(tag);
  }

  void open_text(const Tag& tag) {
    if (tag.name == "p" || tag.name == "h") {
      if (paragraphs_++ == 0 && !cell_.text.empty()) add_text("\n");
    } else if (tag.name == "span") {
      superscripts_.push_back(styles_[std::string(attribute(tag, "style-name"))].superscript);
    } else if (tag.name == "s") {
      add_text(std::string(static_cast<size_t>(count_in(tag, "c", most_blanks)), ' '));
    } else if (tag.name == "tab") {
      add_text("\t");
    } else if (tag.name == "line-break") {
      add_text("\n");
    }
  }

  void close(const std::string& name) {
    if (name == "style") style_ = nullptr;
    else if (name == "annotation") --notes_;
    else if (!in_table_ || notes_ > 0) return;
    else if (name == "p" || name == "h") --paragraphs_;
    else if (name == "span" && !superscripts_.empty()) superscripts_.pop_back();
    else if (name == "table-cell" || name == "covered-table-cell") close_cell();
    else if (name == "table-row") close_row();
    else if (name == "table") close_table();
  }

  void note_look(const Tag& tag) {
    if (!style_) return;
    style_->bold |= attribute(tag, "font-weight") == "bold";
    style_->superscript |= attribute(tag, "text-position").starts_with("super");
    style_->hidden |= attribute(tag, "display") == "false";
  }

  void open_table(const Tag& tag) {
    full_ |= sheets_.size() >= most_sheets;
    in_table_ = true;
    sheets_.push_back({.name = clean_text(attribute(tag, "name")), .hidden = styles_[std::string(attribute(tag, "style-name"))].hidden});
    row_ = column_ = next_column_ = 0;
    merges_.clear();
  }

  void note_columns(const Tag& tag) {
    const int count = count_in(tag, "number-columns-repeated", most_sheet_columns);
    for (int i = 0; i < count && is_hidden(tag) && column_ + i < most_sheet_columns; ++i) sheets_.back().hidden_columns.insert(column_ + i);
    column_ = std::min(column_ + count, most_sheet_columns);
  }

  static bool is_hidden(const Tag& tag) {
    const std::string_view visibility = attribute(tag, "visibility");
    return visibility == "collapse" || visibility == "filter";
  }

  void open_row(const Tag& tag) {
    row_count_ = count_in(tag, "number-rows-repeated", most_sheet_rows);
    row_hidden_ = is_hidden(tag);
    next_column_ = 0;
    row_cells_.clear();
  }

  void open_cell(const Tag& tag) {
    const std::string_view type = attribute(tag, "value-type");
    cell_ = {.row = row_, .col = next_column_, .rowspan = count_in(tag, "number-rows-spanned", most_sheet_rows),
             .colspan = count_in(tag, "number-columns-spanned", most_sheet_columns), .bold = styles_[std::string(attribute(tag, "style-name"))].bold};
    value_ = 0;
    const std::string_view value = attribute(tag, "value");
    has_value_ = !value.empty() && std::from_chars(value.data(), value.data() + value.size(), value_).ec == std::errc();
    cell_.number = !type.empty() && type != "string";
    percentage_ = type == "percentage";
    formula_ = has_attribute(tag, "formula");
    columns_ = count_in(tag, "number-columns-repeated", most_sheet_columns);
    paragraphs_ = 0;
    superscripts_.clear();
  }

  void add_text(std::string_view text) {
    const bool raised = !superscripts_.empty() && superscripts_.back();
    if (cell_.text.empty() || cell_.text.back().superscript != raised) cell_.text.push_back({.superscript = raised});
    cell_.text.back().text += text;
  }

  void close_cell() {
    for (TextRun& run : cell_.text) run.text = clean_text(run.text);
    const bool blank = trimmed(plain_text(cell_.text)).empty();
    if (has_value_) {  // the words of the file itself say how it is shown
      RichText shown = std::move(cell_.text);
      show_number(percentage_ ? value_ * 100 : value_, "General", false, cell_);
      if (percentage_) cell_.text.back().text += "%";
      if (!blank) cell_.text = std::move(shown);
    }
    if (formula_ && blank && !has_value_ && !cell_.number) ++sheets_.back().formulas_without_value;
    const bool filled = !trimmed(plain_text(cell_.text)).empty();
    for (int i = 0; filled && i < columns_ && cell_.col < most_sheet_columns && row_cells_.size() < cells_left_; ++i, ++cell_.col) {
      if (i > 0 && !has_copies(1)) break;
      row_cells_.push_back(cell_);
    }
    next_column_ = std::min(next_column_ + columns_, most_sheet_columns);
  }

  void close_row() {
    if (row_cells_.empty()) {
      row_ = std::min(row_ + row_count_, most_sheet_rows);
      return;
    }
    for (int i = 0; i < row_count_ && row_ < most_sheet_rows; ++i, ++row_) {
      if (row_cells_.size() >= cells_left_ || (i > 0 && !has_copies(row_cells_.size()))) {
        sheets_.back().cut = full_ = true;
        return;
      }
      if (row_hidden_) sheets_.back().hidden_rows.insert(row_);
      add_row();
    }
  }

  bool has_copies(size_t wanted) {
    const bool enough = wanted <= copies_left_;
    copies_left_ -= enough ? wanted : 0;
    sheets_.back().cut |= !enough;
    return enough;
  }

  void add_row() {
    cells_left_ -= row_cells_.size();
    for (SheetCell cell : row_cells_) {
      cell.row = row_;
      if (cell.rowspan > 1 || cell.colspan > 1) merges_.push_back({cell.row, cell.col, cell.rowspan, cell.colspan});
      sheets_.back().cells.push_back(std::move(cell));
    }
  }

  void close_table() {
    settle_cells(sheets_.back(), merges_);
    in_table_ = false;
  }

  std::map<std::string, StyleLook> styles_;
  StyleLook* style_ = nullptr;
  std::vector<Sheet> sheets_;
  std::vector<SheetMerge> merges_;
  std::vector<SheetCell> row_cells_;
  SheetCell cell_;
  std::vector<bool> superscripts_;  // of the open spans
  size_t cells_left_, copies_left_ = most_copies;
  double value_ = 0;
  int row_ = 0, column_ = 0, next_column_ = 0, row_count_ = 1, columns_ = 1, paragraphs_ = 0, notes_ = 0;
  bool in_table_ = false, row_hidden_ = false, has_value_ = false, percentage_ = false, formula_ = false, full_ = false;
};

}  // namespace

std::vector<Sheet> ods_sheets(std::string_view content, size_t most_cells, std::string& fault) {
  OdsReader reader(most_cells);
  fault = stream_xml(content, [&](const XmlEvent& event) { return reader.take(event); });
  return reader.sheets();
}

}  // namespace muster
