#include "extractors/office/xls_workbook.h"

#include <algorithm>
#include <bit>
#include <map>

#include "extractors/office/number_format.h"
#include "extractors/office/xls_records.h"
#include "extractors/office/xlsx_workbook.h"
#include "extractors/read/clean_text.h"
#include "extractors/read/compound_file.h"
#include "extractors/read/decode_text.h"
#include "schemas/text.h"

namespace muster {
namespace {

// Record types ([MS-XLS] 2.3.2).
enum : uint16_t {
  formula = 0x06, end_of_part = 0x0A, date_1904 = 0x22, file_pass = 0x2F, font = 0x31, col_info = 0x7D, bound_sheet = 0x85, mul_rk = 0xBD,
  rich_string = 0xD6, xf = 0xE0, merge_cells = 0xE5, sst = 0xFC, label_sst = 0xFD, number = 0x203, label = 0x204, bool_error = 0x205,
  string = 0x207, row = 0x208, rk = 0x27E, format_record = 0x41E, begin_of_part = 0x809
};

constexpr uint16_t excel_97 = 0x600;
constexpr uint16_t bold_weight = 600;
constexpr size_t most_sheets = 1000;

std::string error_text(uint8_t code) {
  struct Row { uint8_t code; const char* text; };
  static constexpr Row rows[] = {{0x00, "#NULL!"}, {0x07, "#DIV/0!"}, {0x0F, "#VALUE!"}, {0x17, "#REF!"}, {0x1D, "#NAME?"}, {0x24, "#NUM!"}, {0x2A, "#N/A"}};
  const auto* found = std::ranges::find(rows, code, &Row::code);
  return found == std::end(rows) ? "#N/A" : found->text;
}

double double_at(std::string_view bytes, size_t at) { return std::bit_cast<double>(u64_at(bytes, at)); }

// Numbers packed into 30 bits: the head of a double or a whole number, perhaps a hundredfold.
double rk_value(uint32_t packed) {
  const double value = packed & 2 ? static_cast<double>(static_cast<int32_t>(packed) >> 2) : std::bit_cast<double>(static_cast<uint64_t>(packed & 0xFFFFFFFC) << 32);
  return packed & 1 ? value / 100 : value;
}

class XlsReader {
 public:
  XlsReader(std::string_view stream, size_t most_cells) : stream_(stream), cells_left_(most_cells) {}

  XlsBook read() {
    read_globals();
    for (const Entry& entry : entries_)
      if (!book_.encrypted && cells_left_ > 0) read_part(entry);
    return std::move(book_);
  }

 private:
  struct Entry {
    size_t begin = 0;
    std::string name;
    bool hidden = false;
  };

  void read_globals() {
    XlsRecords records(stream_, 0);
    std::map<int, std::string> formats;
    std::vector<bool> bold_fonts;
    std::vector<std::pair<uint16_t, uint16_t>> looks;  // font, format
    for (XlsRecord record; records.next(record) && record.type != end_of_part && !book_.encrypted;) {
      const std::string_view b = record.bytes;
      if (record.type == begin_of_part) excel_97_ = u16_at(b, 0) >= excel_97;
      else if (record.type == file_pass) book_.encrypted = true;
      else if (record.type == date_1904) since_1904_ = u16_at(b, 0) == 1;
      else if (record.type == font) bold_fonts.push_back(u16_at(b, 6) >= bold_weight);
      else if (record.type == format_record) formats[u16_at(b, 0)] = excel_97_ ? text_in(record, 2, 2) : text_in(record, 2, 1);
      else if (record.type == xf) looks.emplace_back(u16_at(b, 0), u16_at(b, 2));
      else if (record.type == bound_sheet) note_sheet(record);
      else if (record.type == sst) read_strings(record);
    }
    for (const auto& [font_id, format_id] : looks) {
      const size_t index = font_id > 4 ? font_id - 1u : font_id;  // there is no font 4
      const auto own = formats.find(format_id);
      styles_.push_back({own == formats.end() ? std::string(built_in_format(format_id)) : own->second, index < bold_fonts.size() && bold_fonts[index]});
    }
  }

  // A string whose length stands at `at` in `length_bytes` bytes.
  std::string text_in(const XlsRecord& record, size_t at, size_t length_bytes) const {
    XlsCursor cursor(record);
    cursor.skip(at);
    const size_t length = length_bytes == 1 ? cursor.u8() : cursor.u16();
    if (excel_97_) return clean_text(cursor.flagged_string(length));
    const size_t begin = std::min(record.bytes.size(), at + length_bytes);
    return clean_text(decode_text(record.bytes.substr(begin, length), "windows-1252").utf8);
  }

  void note_sheet(const XlsRecord& record) {
    const uint8_t type = record.bytes.size() > 5 ? static_cast<uint8_t>(record.bytes[5]) : 1;
    if (type != 0 || entries_.size() >= most_sheets) return;  // charts and macros
    entries_.push_back({u32_at(record.bytes, 0), text_in(record, 6, 1), (record.bytes[4] & 3) != 0});
  }

  void read_strings(const XlsRecord& record) {
    XlsCursor cursor(record);
    cursor.skip(8);
    while (!cursor.done()) {
      const size_t length = cursor.u16();
      strings_.push_back(clean_text(cursor.flagged_string(length)));
    }
  }

  void read_part(const Entry& entry) {
    sheet_ = {.name = entry.name, .hidden = entry.hidden};
    merges_.clear();
    XlsRecords records(stream_, entry.begin);
    int depth = 0;
    for (XlsRecord record; records.next(record);) {
      if (record.type == begin_of_part) ++depth;  // charts within the sheet are parts of their own
      else if (record.type == end_of_part && --depth <= 0) break;
      else if (depth == 1) take(record);
      if (sheet_.cut) break;
    }
    settle_cells(sheet_, merges_);
    book_.sheets.push_back(std::move(sheet_));
  }

  void take(const XlsRecord& record) {
    const std::string_view b = record.bytes;
    switch (record.type) {
      case number: return add_number(b, double_at(b, 6));
      case rk: return add_number(b, rk_value(u32_at(b, 6)));
      case mul_rk: return add_row_of_numbers(b);
      case formula: return add_formula(b);
      case label_sst: return add_text(b, u32_at(b, 6) < strings_.size() ? strings_[u32_at(b, 6)] : "");
      case label: case rich_string: return add_text(b, text_in(record, 6, 2));
      case bool_error: return add_logical(b, b.size() > 6 ? static_cast<uint8_t>(b[6]) : 0, b.size() > 7 && b[7] != 0);
      case string: return add_text(awaited_, text_in(record, 0, 2));
      case row: if (u32_at(b, 12) & 0x20) sheet_.hidden_rows.insert(u16_at(b, 0)); return;
      case col_info: return note_columns(b);
      case merge_cells: return note_merges(b);
      default: return;
    }
  }

  const CellStyle& style(std::string_view place) const {
    static const CellStyle plain;
    const size_t index = u16_at(place, 4);
    return index < styles_.size() ? styles_[index] : plain;
  }

  SheetCell cell_at(std::string_view place) const { return {.row = u16_at(place, 0), .col = u16_at(place, 2), .bold = style(place).bold}; }

  void add(SheetCell cell) {
    if (trimmed(plain_text(cell.text)).empty()) return;
    if (cells_left_ == 0) {
      sheet_.cut = true;
      return;
    }
    --cells_left_;
    sheet_.cells.push_back(std::move(cell));
  }

  void add_number(std::string_view place, double value) {
    SheetCell cell = cell_at(place);
    show_number(value, style(place).format, since_1904_, cell);
    add(std::move(cell));
  }

  void add_text(std::string_view place, const std::string& text) {
    SheetCell cell = cell_at(place);
    cell.text = {{.text = shown_text(text, style(place).format)}};
    add(std::move(cell));
  }

  void add_logical(std::string_view place, uint8_t value, bool error) {
    SheetCell cell = cell_at(place);
    cell.number = !error;
    cell.text = {{.text = error ? error_text(value) : value ? "TRUE" : "FALSE"}};
    add(std::move(cell));
  }

  void add_row_of_numbers(std::string_view b) {
    const uint16_t first = u16_at(b, 2);
    for (size_t at = 4, i = 0; at + 8 <= b.size(); at += 6, ++i) {
      std::string place(b.substr(0, 2));
      place += static_cast<char>((first + i) & 0xFF);
      place += static_cast<char>((first + i) >> 8 & 0xFF);
      place += b.substr(at, 2);
      add_number(place, rk_value(u32_at(b, at + 2)));
    }
  }

  void add_formula(std::string_view b) {
    if (u16_at(b, 12) != 0xFFFF) return add_number(b, double_at(b, 6));
    const uint8_t kind = static_cast<uint8_t>(b[6]), value = static_cast<uint8_t>(b[8]);
    if (kind == 0) awaited_ = b.substr(0, 6);  // its text is the next record
    else if (kind == 1 || kind == 2) add_logical(b, value, kind == 2);
  }

  void note_columns(std::string_view b) {
    constexpr uint16_t hidden_flag = 1, most_columns = 256;
    if (!(u16_at(b, 8) & hidden_flag)) return;
    for (uint16_t c = u16_at(b, 0); c <= std::min(u16_at(b, 2), most_columns); ++c) sheet_.hidden_columns.insert(c);
  }

  void note_merges(std::string_view b) {
    for (size_t at = 2; at + 8 <= b.size(); at += 8) {
      const int top = u16_at(b, at), bottom = u16_at(b, at + 2), left = u16_at(b, at + 4), right = u16_at(b, at + 6);
      if (bottom >= top && right >= left) merges_.push_back({top, left, bottom - top + 1, right - left + 1});
    }
  }

  std::string_view stream_;
  size_t cells_left_;
  bool excel_97_ = true, since_1904_ = false;
  std::vector<Entry> entries_;
  std::vector<std::string> strings_;
  std::vector<CellStyle> styles_;
  XlsBook book_;
  Sheet sheet_;
  std::vector<SheetMerge> merges_;
  std::string awaited_;  // row, column and style of the formula whose text is to come
};

}  // namespace

XlsBook read_xls_book(std::string_view stream, size_t most_cells) { return XlsReader(stream, most_cells).read(); }

}  // namespace muster
