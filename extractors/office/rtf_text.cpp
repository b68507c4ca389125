#include "extractors/office/rtf_text.h"

#include <algorithm>
#include <map>
#include <utility>

#include "extractors/office/rtf_tokens.h"
#include "extractors/read/clean_text.h"
#include "extractors/read/compound_file.h"
#include "extractors/read/decode_text.h"
#include "schemas/text.h"

namespace muster {
namespace {

constexpr size_t most_nested_groups = 1000;

// Where the text of a group goes.
enum class Place { nowhere, body, header, footer, note, label, title, author, style_names };

struct Destination {
  std::string_view word;
  Place place;
};

constexpr Destination destinations[] = {
    {"fonttbl", Place::nowhere},   {"colortbl", Place::nowhere},  {"stylesheet", Place::style_names}, {"listtable", Place::nowhere},
    {"listoverridetable", Place::nowhere}, {"info", Place::nowhere}, {"title", Place::title},       {"author", Place::author},
    {"pict", Place::nowhere},      {"fldinst", Place::nowhere},   {"objdata", Place::nowhere},        {"nonshppict", Place::nowhere},
    {"header", Place::header},     {"headerl", Place::header},    {"headerr", Place::header},         {"headerf", Place::header},
    {"footer", Place::footer},     {"footerl", Place::footer},    {"footerr", Place::footer},         {"footerf", Place::footer},
    {"footnote", Place::note},     {"listtext", Place::label},    {"pntext", Place::label},           {"shptxt", Place::body},
    {"themedata", Place::nowhere}, {"annotation", Place::nowhere}, {"atnid", Place::nowhere},         {"atnauthor", Place::nowhere},
    {"xe", Place::nowhere},        {"tc", Place::nowhere},        {"bkmkstart", Place::nowhere},      {"bkmkend", Place::nowhere},
    {"nonesttables", Place::nowhere}, {"filetbl", Place::nowhere}, {"revtbl", Place::nowhere},        {"template", Place::nowhere},
};

struct Character {
  std::string_view word;
  const char* text;
};

constexpr Character characters[] = {
    {"tab", "\t"},           {"line", "\n"},          {"emdash", "\u2014"},    {"endash", "\u2013"},    {"bullet", "\u2022"},
    {"lquote", "\u2018"},    {"rquote", "\u2019"},    {"ldblquote", "\u201C"}, {"rdblquote", "\u201D"}, {"emspace", " "},
    {"enspace", " "},        {"nestcell", "\t"},      {"nestrow", "\n"},
};

struct State {
  Place place = Place::body;
  RichRun look;
  bool deleted = false, in_table = false;
  int skipped_after_unicode = 1, outline_level = -1, list_level = 0, style = 0;
};

class RtfReader {
 public:
  explicit RtfReader(std::string_view rtf) : tokens_(rtf) {}

  RtfText read() {
    states_.emplace_back();
    for (RtfToken token = tokens_.next(); token.kind != RtfToken::Kind::end && !out_.too_deep; token = tokens_.next()) take(token);
    end_paragraph();
    return std::move(out_);
  }

 private:
  State& state() { return states_.back(); }

  void take(const RtfToken& token) {
    if (token.kind != RtfToken::Kind::byte && token.kind != RtfToken::Kind::text) flush_bytes();
    switch (token.kind) {
      case RtfToken::Kind::open: return open();
      case RtfToken::Kind::close: return close();
      case RtfToken::Kind::byte: return add_bytes(std::string(1, static_cast<char>(token.number)));
      case RtfToken::Kind::text: return add_bytes(token.text);
      case RtfToken::Kind::symbol: return take_symbol(token.text[0]);
      default: return take_word(token);
    }
  }

  void open() {
    out_.too_deep = states_.size() >= most_nested_groups;
    states_.push_back(state());
    fresh_group_ = true;
  }

  void close() {
    if (states_.size() < 2) return;
    const Place inner = state().place;
    if (inner == Place::style_names) close_style();
    const Place outer = states_[states_.size() - 2].place;
    if (inner != outer && (inner == Place::header || inner == Place::footer || inner == Place::note)) {
      end_paragraph();
      paragraph_ = std::exchange(outer_paragraph_, {});
    }
    states_.pop_back();
  }

  // Names of styles tell which are headings, where paragraphs do not say it themselves.
  void close_style() {
    const std::string lower = ascii_lower(style_name_);
    if (lower.starts_with("heading ") && lower.size() > 8 && is_digit(lower[8])) heading_styles_[state().style] = lower[8] - '1';
    style_name_.clear();
  }

  void take_symbol(char symbol) {
    const bool optional = symbol == '*' && fresh_group_;
    if (optional) ignorable_ = true;
    else if (symbol == '~') add_text(" ");
    else if (symbol == '_') add_text("-");
    else if (symbol == '\\' || symbol == '{' || symbol == '}') add_bytes(std::string(1, symbol));
    else if (symbol == '\n' || symbol == '\r') end_paragraph();
    if (!optional) fresh_group_ = false;
  }

  void take_word(const RtfToken& token) {
    const bool first = std::exchange(fresh_group_, false), ignorable = std::exchange(ignorable_, false);
    if (first && enter_destination(token.text, ignorable)) return;
    if (token.text == "u") return add_code_point(token.number);
    if (state().place == Place::nowhere) return;
    for (const Character& c : characters)
      if (c.word == token.text) return add_text(c.text);
    const int on = token.has_number ? token.number : 1;
    if (!take_look(token.text, on)) take_structure(token.text, on);
  }

  bool enter_destination(std::string_view word, bool ignorable) {
    const auto* found = std::ranges::find(destinations, word, &Destination::word);
    if (found != std::end(destinations)) {
      const bool inside = state().place == Place::nowhere && word != "title" && word != "author" && word != "shptxt";
      if (inside) return true;
      if (found->place == Place::note) add_note_mark();
      if (found->place == Place::note || found->place == Place::header || found->place == Place::footer) {
        outer_paragraph_ = std::exchange(paragraph_, {});
        state().look = {};
        state().in_table = false;
      }
      state().place = found->place;
      return true;
    }
    if (!ignorable) return false;
    state().place = Place::nowhere;
    return true;
  }

  void add_note_mark() {
    RichRun mark{.text = std::to_string(out_.notes.size() + 1), .superscript = true};
    paragraph_.runs.push_back(mark);
    out_.notes.emplace_back();
  }

  bool take_look(std::string_view word, int on) {
    State& s = state();
    if (word == "b") s.look.bold = on;
    else if (word == "i") s.look.italic = on;
    else if (word == "super") s.look.superscript = on;
    else if (word == "nosupersub") s.look.superscript = false;
    else if (word == "v" || word == "strike" || word == "striked") s.look.hidden = on;
    else if (word == "deleted") s.deleted = on;
    else if (word == "plain") s.look = {}, s.deleted = false;
    else if (word == "uc") s.skipped_after_unicode = std::clamp(on, 0, 16);
    else if (word == "ansicpg") code_page_ = "windows-" + std::to_string(on);
    else return false;
    return true;
  }

  void take_structure(std::string_view word, int number) {
    State& s = state();
    if (word == "par" || word == "sect") end_paragraph();
    else if (word == "pard") s.in_table = false, s.outline_level = -1, s.list_level = 0, s.style = 0;
    else if (word == "intbl") s.in_table = true;
    else if (word == "outlinelevel") s.outline_level = number;
    else if (word == "ilvl") s.list_level = number;
    else if (word == "s") s.style = number;
    else if (word == "trowd") row_ = {}, next_cell_ = {}, shapes_.clear();
    else if (word == "trhdr") row_.header = true;
    else if (word == "clmrg") next_cell_.merged_left = true;
    else if (word == "clvmrg") next_cell_.merged_up = true;
    else if (word == "cellx") next_cell_.right_edge = std::max(1, number), shapes_.push_back(std::exchange(next_cell_, {}));
    else if (word == "cell") end_cell();
    else if (word == "row") end_row();
    else if (word == "chftn") add_text(note_mark());
  }

  std::string note_mark() { return state().place == Place::note ? std::to_string(out_.notes.size()) + ' ' : std::string(); }

  // Bytes in the document's code page; after \u so many characters stand for programs without Unicode.
  void add_bytes(std::string_view bytes) {
    fresh_group_ = false;
    const size_t skipped = std::min(bytes.size(), skip_);
    skip_ -= skipped;
    bytes_ += bytes.substr(skipped);
  }

  void flush_bytes() {
    if (!bytes_.empty()) add_text(decode_text(std::exchange(bytes_, {}), code_page_).utf8);
  }

  void add_code_point(int number) {
    flush_bytes();
    skip_ = static_cast<size_t>(state().skipped_after_unicode);
    const auto unit = static_cast<uint16_t>(number);
    if (unit >= 0xD800 && unit < 0xDC00) {
      high_surrogate_ = unit;
      return;
    }
    std::string utf16;
    if (high_surrogate_) (utf16 += static_cast<char>(high_surrogate_ & 0xFF)) += static_cast<char>(high_surrogate_ >> 8);
    (utf16 += static_cast<char>(unit & 0xFF)) += static_cast<char>(unit >> 8);
    high_surrogate_ = 0;
    if (unit < 0xDC00 || unit >= 0xE000 || utf16.size() == 4) add_text(utf16le_as_utf8(utf16));
  }

  void add_text(std::string_view text) {
    const State& s = state();
    if (s.place == Place::style_names) style_name_ += text;
    else if (s.place == Place::title) out_.title += text;
    else if (s.place == Place::author) out_.author += text;
    else if (s.place == Place::label) label_ += text;
    if (text.empty() || s.deleted || (s.place != Place::body && s.place != Place::header && s.place != Place::footer && s.place != Place::note)) return;
    RichRun run = s.look;
    std::vector<RichRun>& runs = paragraph_.runs;
    if (!runs.empty() && runs.back().bold == run.bold && runs.back().italic == run.italic && runs.back().superscript == run.superscript && runs.back().hidden == run.hidden) {
      runs.back().text += text;
      return;
    }
    run.text = text;
    runs.push_back(std::move(run));
  }

  RichParagraph finished_paragraph() {
    flush_bytes();
    const State& s = state();
    RichParagraph out = std::exchange(paragraph_, {});
    for (RichRun& run : out.runs) run.text = clean_text(run.text);
    const auto heading = heading_styles_.find(s.style);
    out.outline_level = s.outline_level >= 0 ? s.outline_level : heading == heading_styles_.end() ? -1 : heading->second;
    out.label = trimmed(clean_text(std::exchange(label_, {})));
    if (const bool symbol = code_points(out.label) == 1 && !is_digit(out.label[0]) && !is_letter(out.label[0]) && out.label != "-" && out.label != "\u2013"; symbol) out.label = "\u2022";
    out.label_level = s.list_level + 1;
    return out;
  }

  void end_paragraph() {
    RichParagraph paragraph = finished_paragraph();
    if (state().in_table) {
      if (!paragraph.runs.empty() || !paragraph.label.empty()) cell_.push_back(std::move(paragraph));
      return;
    }
    if (paragraph.runs.empty() && paragraph.label.empty()) return;
    pieces().push_back({.paragraph = std::move(paragraph)});
  }

  std::vector<RichPiece>& pieces() {
    const Place place = state().place;
    if (place == Place::header) return out_.headers;
    if (place == Place::footer) return out_.footers;
    return place == Place::note && !out_.notes.empty() ? out_.notes.back() : out_.body;
  }

  void end_cell() {
    if (RichParagraph last = finished_paragraph(); !last.runs.empty() || !last.label.empty()) cell_.push_back(std::move(last));
    row_.cells.push_back({.paragraphs = std::exchange(cell_, {})});
  }

  // The shapes of the cells may be said before or after their text.
  void end_row() {
    for (size_t i = 0; i < row_.cells.size() && i < shapes_.size(); ++i) {
      row_.cells[i].right_edge = shapes_[i].right_edge;
      row_.cells[i].merged_left = shapes_[i].merged_left;
      row_.cells[i].merged_up = shapes_[i].merged_up;
    }
    if (!row_.cells.empty()) pieces().push_back({.row = row_, .is_row = true});
    row_.cells.clear();
  }

  RtfTokens tokens_;
  RtfText out_;
  std::vector<State> states_;
  bool fresh_group_ = false, ignorable_ = false;
  std::string bytes_, label_, style_name_, code_page_ = "windows-1252";
  size_t skip_ = 0;
  uint16_t high_surrogate_ = 0;
  RichParagraph paragraph_, outer_paragraph_;
  std::vector<RichParagraph> cell_;
  RichRow row_;
  RichCell next_cell_;
  std::vector<RichCell> shapes_;
  std::map<int, int> heading_styles_;
};

}  // namespace

RtfText rtf_text(std::string_view rtf) { return RtfReader(rtf).read(); }

}  // namespace muster
