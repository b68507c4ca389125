#include "extractors/office/read_doc.h"

#include <algorithm>
#include <utility>

#include "extractors/office/doc_file.h"
#include "extractors/office/doc_lists.h"
#include "extractors/office/doc_looks.h"
#include "extractors/office/docx_numbering.h"
#include "extractors/office/rich_paragraphs.h"
#include "extractors/read/clean_text.h"
#include "schemas/text.h"

namespace muster {
namespace {

// Characters with a meaning of their own ([MS-DOC] 2.4.1).
enum : uint16_t {
  note_mark = 0x02, cell_mark = 0x07, line_break = 0x0B, page_break = 0x0C, paragraph_mark = 0x0D, column_break = 0x0E, field_begin = 0x13,
  field_result = 0x14, field_end = 0x15, non_breaking_hyphen = 0x1E, first_plain = 0x20, symbol_place = 0x28
};

class DocText {
 public:
  explicit DocText(const DocFile& file) : file_(file), styles_(file.table(doc_styles_pair)), numbering_(doc_numbering(file)) {}

  // `note`: the number that stands for marks of notes within the range; 0 counts up.
  std::vector<RichPiece> read(DocRange range, int note = 0) {
    pieces_.clear();
    row_ = {};
    cell_.clear();
    note_ = note;
    for (size_t i = range.begin; i < range.end;) i = read_paragraph(i, range.end);
    if (!cell_.empty()) pieces_.push_back({.row = {.cells = {{.paragraphs = std::exchange(cell_, {})}}}, .is_row = true});
    return std::move(pieces_);
  }

 private:
  static bool ends_paragraph(uint16_t unit) { return unit == paragraph_mark || unit == cell_mark || unit == page_break; }

  size_t read_paragraph(size_t begin, size_t most) {
    size_t end = begin;
    while (end < most && !ends_paragraph(file_.text()[end].unit)) ++end;
    const DocCharacter& last = file_.text()[std::min(end, most - 1)];
    const DocProperties* properties = file_.paragraph_at(last.place);
    const DocParagraphLook look = styles_.paragraph(properties);
    if (look.row_end && look.table_depth <= 1) {
      end_row(look);
      return end + 1;
    }
    RichParagraph paragraph = paragraph_of(begin, end, look, properties ? properties->style : 0);
    const bool filled = !paragraph.runs.empty() || !paragraph.label.empty();
    if (look.in_table) {
      if (filled) cell_.push_back(std::move(paragraph));
      if (last.unit == cell_mark && end < most && look.table_depth <= 1) row_.cells.push_back({.paragraphs = std::exchange(cell_, {})});
    } else if (filled) {
      pieces_.push_back({.paragraph = std::move(paragraph)});
    }
    return end + 1;
  }

  void end_row(const DocParagraphLook& look) {
    for (size_t i = 0; i < row_.cells.size() && i < look.cells.size(); ++i) {
      row_.cells[i].right_edge = look.cells[i].right_edge;
      row_.cells[i].merged_left = look.cells[i].merged_left;
      row_.cells[i].merged_up = look.cells[i].merged_up;
    }
    row_.header = look.header_row;
    if (!row_.cells.empty()) pieces_.push_back({.row = std::exchange(row_, {}), .is_row = true});
  }

  RichParagraph paragraph_of(size_t begin, size_t end, const DocParagraphLook& look, uint16_t style) {
    RichParagraph out{.outline_level = look.outline_level};
    for (size_t i = begin; i < end; ++i) add_character(i, style, out);
    for (RichRun& run : out.runs) run.text = clean_text(run.text);
    std::erase_if(out.runs, [](const RichRun& run) { return run.text.empty(); });
    constexpr int no_list = 0, most_lists = 0x7FE;
    if (look.list > no_list && look.list <= most_lists && !out.runs.empty()) {
      out.label = numbering_.next(std::to_string(look.list), look.list_level);
      out.label_level = look.list_level + 1;
    }
    return out;
  }

  void add_character(size_t i, uint16_t style, RichParagraph& out) {
    const DocCharacter& c = file_.text()[i];
    if (c.unit == field_begin) fields_.push_back(false);
    else if (c.unit == field_result && !fields_.empty()) fields_.back() = true;
    else if (c.unit == field_end && !fields_.empty()) fields_.pop_back();
    if (std::ranges::find(fields_, false) != fields_.end()) return;  // within the instruction of a field
    const DocCharacterLook look = look_at(c.place, style);
    if (look.deleted) return;
    const std::string text = text_of(i, look);
    if (text.empty()) return;
    const bool raised = look.superscript || c.unit == note_mark;
    std::vector<RichRun>& runs = out.runs;
    if (runs.empty() || runs.back().bold != look.bold || runs.back().italic != look.italic || runs.back().superscript != raised || runs.back().hidden != look.hidden)
      runs.push_back({.bold = look.bold, .italic = look.italic, .superscript = raised, .hidden = look.hidden});
    runs.back().text += text;
  }

  // Neighbouring characters mostly share their properties.
  const DocCharacterLook& look_at(uint32_t place, uint16_t style) {
    const DocProperties* properties = file_.character_at(place);
    if (!known_ || properties != properties_ || style != style_) {
      look_ = styles_.character(properties, style);
      properties_ = properties;
      style_ = style;
      known_ = true;
    }
    return look_;
  }

  std::string text_of(size_t i, const DocCharacterLook& look) {
    const uint16_t unit = file_.text()[i].unit;
    if (look.symbol != 0 && unit == symbol_place) return utf16({static_cast<uint16_t>(look.symbol)});
    if (unit == note_mark) return note_ > 0 ? std::to_string(note_) + ' ' : std::to_string(++notes_);
    if (unit == line_break || unit == column_break) return "\n";
    if (unit == non_breaking_hyphen) return "-";
    if (unit == '\t') return "\t";
    if (unit < first_plain) return {};
    if (unit >= 0xDC00 && unit < 0xE000) return {};  // taken with its first half
    if (unit >= 0xD800 && unit < 0xDC00 && i + 1 < file_.text().size()) return utf16({unit, file_.text()[i + 1].unit});
    return utf16({unit});
  }

  static std::string utf16(std::initializer_list<uint16_t> units) {
    std::string bytes;
    for (const uint16_t unit : units) (bytes += static_cast<char>(unit & 0xFF)) += static_cast<char>(unit >> 8);
    return utf16le_as_utf8(bytes);
  }

  const DocFile& file_;
  DocStyles styles_;
  DocxNumbering numbering_;
  std::vector<RichPiece> pieces_;
  RichRow row_;
  std::vector<RichParagraph> cell_;
  std::vector<bool> fields_;  // open fields: whether their result has begun
  int note_ = 0, notes_ = 0;
  DocCharacterLook look_;
  const DocProperties* properties_ = nullptr;
  uint16_t style_ = 0;
  bool known_ = false;
};

std::string words_of(const std::vector<RichPiece>& pieces) {
  std::string out;
  const auto add = [&](const RichParagraph& p) {
    for (const RichRun& run : p.runs) (out += run.text) += ' ';
  };
  for (const RichPiece& piece : pieces) {
    add(piece.paragraph);
    for (const RichCell& cell : piece.row.cells)
      for (const RichParagraph& p : cell.paragraphs) add(p);
  }
  return single_spaced(out);
}

// Stories of the headers: six for notes, then for each section headers and footers of even, odd and first pages.
void write_margins(const DocFile& file, DocText& text, bool footers, TagWriter& writer) {
  constexpr size_t stories_of_notes = 6, stories_of_a_section = 6;
  const std::vector<uint32_t> at = file.positions(doc_headers_pair, 0);
  std::vector<std::string> seen;
  for (size_t i = stories_of_notes; i + 1 < at.size(); ++i) {
    const size_t story = (i - stories_of_notes) % stories_of_a_section;
    if ((story == 2 || story == 3 || story == 5) != footers || at[i + 1] <= at[i]) continue;
    const DocRange range{std::min(file.headers.begin + at[i], file.headers.end), std::min(file.headers.begin + at[i + 1], file.headers.end)};
    const std::vector<RichPiece> pieces = text.read(range);
    const std::string words = words_of(pieces);
    if (words.empty() || std::ranges::find(seen, words) != seen.end()) continue;
    seen.push_back(words);
    writer.open(footers ? "footer" : "header", {{"office-region", footers ? "running_footer" : "running_header"}});
    write_rich_pieces(pieces, writer);
    writer.close();
  }
}

void write_notes(const DocFile& file, DocText& text, size_t pair, DocRange notes, int& number, TagWriter& writer) {
  const std::vector<uint32_t> at = file.positions(pair, 0);
  for (size_t i = 0; i + 2 < at.size() && at[i + 1] > at[i]; ++i) {
    const DocRange range{std::min(notes.begin + at[i], notes.end), std::min(notes.begin + at[i + 1], notes.end)};
    writer.open("section", {{"class", "footnotes"}});
    write_rich_pieces(text.read(range, ++number), writer);
    writer.close();
  }
}

}  // namespace

Document read_doc(const Source& source, const Limits& limits, Diagnostics& diagnostics) {
  Document document;
  const DocFile file(source.bytes, limits.expanded_bytes);
  document.failure = file.failure();
  if (!document.failure.empty()) return document;
  DocText text(file);
  TagWriter writer(document.tags, limits, diagnostics);
  writer.open("body");
  write_margins(file, text, false, writer);
  write_rich_pieces(text.read(file.body), writer);
  if (const std::vector<RichPiece> boxes = text.read(file.boxes); !boxes.empty()) {
    writer.open("div", {{"class", "text-box"}});
    write_rich_pieces(boxes, writer);
    writer.close();
  }
  int number = 0;
  write_notes(file, text, doc_footnotes_pair, file.footnotes, number, writer);
  write_notes(file, text, doc_endnotes_pair, file.endnotes, number, writer);
  write_margins(file, text, true, writer);
  writer.close();
  drop_blank(document);
  return document;
}

}  // namespace muster
