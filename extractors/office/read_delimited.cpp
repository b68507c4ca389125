#include "extractors/office/read_delimited.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "extractors/office/sheet_tags.h"
#include "extractors/read/clean_text.h"
#include "extractors/read/decode_text.h"
#include "schemas/text.h"

namespace muster {
namespace {

// Fewer records are too little to tell a table from a letter.
constexpr size_t fewest_records = 3;
// Records looked at to tell the separator.
constexpr size_t most_records_judged = 200;

struct Record {
  std::vector<std::string> fields;
  bool open_quote = false;  // a quotation mark that nothing closes
};

// Reads records one after another.
class RecordReader {
 public:
  RecordReader(std::string_view text, char separator) : text_(text), separator_(separator) {}

  bool done() const { return at_ >= text_.size(); }

  Record next() {
    Record record;
    for (bool more = true; more;) {
      record.fields.push_back(field(record.open_quote));
      more = !done() && text_[at_] == separator_;
      at_ += !done();  // the separator, or the line's end
    }
    return record;
  }

 private:
  std::string field(bool& open_quote) {
    if (at_ < text_.size() && text_[at_] == '"') {
      const size_t begin = at_;
      std::string out;
      if (quoted(out)) return out;
      open_quote = true;
      at_ = begin;
    }
    const size_t begin = at_;
    while (!done() && text_[at_] != separator_ && text_[at_] != '\n') ++at_;
    return std::string(text_.substr(begin, at_ - begin));
  }

  // What follows the closing mark up to the separator belongs to the field, as spreadsheets have it.
  bool quoted(std::string& out) {
    for (++at_; !done(); ++at_) {
      if (text_[at_] != '"') out += text_[at_];
      else if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') out += text_[++at_];
      else break;
    }
    if (done()) return false;
    for (++at_; !done() && text_[at_] != separator_ && text_[at_] != '\n'; ++at_) out += text_[at_];
    return true;
  }

  std::string_view text_;
  char separator_;
  size_t at_ = 0;
};

bool is_blank(const Record& record) {
  return std::ranges::all_of(record.fields, [](const std::string& f) { return trimmed(f).empty(); });
}

// How many filled records have each number of fields.
std::map<size_t, size_t> widths(std::string_view utf8, char separator) {
  std::map<size_t, size_t> out;
  RecordReader reader(utf8, separator);
  for (size_t n = 0; n < most_records_judged && !reader.done(); ++n)
    if (const Record record = reader.next(); !is_blank(record)) ++out[record.fields.size()];
  return out;
}

// In prose a separator is followed by a blank.
bool looks_like_prose(std::string_view utf8, char separator) {
  size_t all = 0, spaced = 0;
  for (size_t i = 0; i + 1 < utf8.size(); ++i) {
    all += utf8[i] == separator;
    spaced += utf8[i] == separator && utf8[i + 1] == ' ';
  }
  return spaced * 2 > all;
}

bool separates(std::string_view utf8, char separator, bool promised) {
  size_t records = 0, wide = 0;
  const std::map<size_t, size_t> counts = widths(utf8, separator);
  for (const auto& [width, count] : counts) {
    records += count;
    wide += width >= 2 ? count : 0;
  }
  if (promised) return wide * 2 >= records && wide > 0;
  return separator != '\t' && counts.size() == 1 && wide >= fewest_records && !looks_like_prose(utf8, separator);
}

SheetCell cell_of(std::string text, int row, int col) {
  SheetCell cell{.row = row, .col = col};
  double value = 0;
  std::string digits;
  for (const char c : text)
    if (c != ',' && c != '%' && c != ' ') digits += c;
  const char* begin = digits.data();
  if (digits.starts_with("\u00A3")) begin += 2;
  const auto [end, error] = std::from_chars(begin, digits.data() + digits.size(), value);
  if (error == std::errc() && end == digits.data() + digits.size()) show_number(value, "General", false, cell);
  cell.text = {{.text = std::move(text)}};  // as printed
  return cell;
}

}  // namespace

char record_separator(std::string_view utf8, bool promised) {
  for (const char separator : {',', ';', '\t'})
    if (separates(utf8, separator, promised)) return separator;
  return '\0';
}

Document read_delimited(const Source& source, const Limits& limits, Diagnostics& diagnostics) {
  Document document;
  const std::string text = clean_text(decode_text(source.bytes).utf8);
  const char separator = record_separator(text, true);
  RecordReader reader(text, separator == '\0' ? ',' : separator);
  Sheet sheet;
  bool open_quote = false;
  for (int row = 0; !reader.done() && row < most_sheet_rows && !sheet.cut; ++row) {
    Record record = reader.next();
    open_quote |= record.open_quote;
    for (size_t col = 0; col < std::min<size_t>(record.fields.size(), most_sheet_columns); ++col) {
      if (trimmed(record.fields[col]).empty()) continue;
      if (sheet.cells.size() >= limits.tags / 2) sheet.cut = true;
      else sheet.cells.push_back(cell_of(std::string(trimmed(record.fields[col])), row, static_cast<int>(col)));
    }
  }
  sheet.cut |= !reader.done();
  if (open_quote)
    diagnostics.add({.stage = "read", .code = "damaged_part", .message = "a quotation mark is never closed; its field ends with the line"});
  TagWriter writer(document.tags, limits, diagnostics);
  writer.open("body");
  write_sheet(sheet, limits, writer, diagnostics);
  writer.close();
  drop_blank(document);
  return document;
}

}  // namespace muster
