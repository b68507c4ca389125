#include "extractors/layout/inline_marks.h"

#include <algorithm>
#include <array>
#include <utility>

#include "schemas/text.h"

namespace muster {
namespace {

// A tag or link longer than this is text: keeps the search for its end short on hostile lines.
constexpr size_t longest_tag_bytes = 300;

enum class TagEffect { none, bold, italic, raised, line_break };

struct KnownTag {
  std::string_view name;
  TagEffect effect;
};

constexpr std::array known_tags = {
    KnownTag{"b", TagEffect::bold},        KnownTag{"strong", TagEffect::bold},  KnownTag{"i", TagEffect::italic},
    KnownTag{"em", TagEffect::italic},     KnownTag{"u", TagEffect::none},       KnownTag{"sup", TagEffect::raised},
    KnownTag{"sub", TagEffect::none},      KnownTag{"span", TagEffect::none},    KnownTag{"font", TagEffect::none},
    KnownTag{"s", TagEffect::none},        KnownTag{"a", TagEffect::none},       KnownTag{"p", TagEffect::line_break},
    KnownTag{"br", TagEffect::line_break}, KnownTag{"div", TagEffect::line_break}, KnownTag{"ul", TagEffect::line_break},
    KnownTag{"ol", TagEffect::line_break}, KnownTag{"li", TagEffect::line_break},
};

constexpr std::array<std::pair<std::string_view, std::string_view>, 7> entities = {{
    {"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&nbsp;", " "}, {"&quot;", "\""}, {"&#39;", "'"}, {"&pound;", "\u00A3"},
}};

constexpr std::array<std::string_view, 10> raised_digits = {"\u2070", "\u00B9", "\u00B2", "\u00B3", "\u2074",
                                                            "\u2075", "\u2076", "\u2077", "\u2078", "\u2079"};

bool is_word_byte(char c) { return is_letter(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80; }
bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool is_ascii_punctuation(char c) { return c > ' ' && c < 0x7F && !is_letter(c) && !is_digit(c); }

// Reads one line from left to right and writes the text without its marks.
struct MarkScanner {
  std::string_view in;
  size_t at = 0;
  std::string out;
  int bold = 0, italic = 0, raised = 0;           // depth of open marks
  size_t letters = 0, bold_letters = 0, italic_letters = 0;
  std::string open;                               // open emphasis marks, one byte each: 'B' "**", 'U' "__", '*', '_'
  bool no_close[4] = {};                          // no closing mark of this kind is left in the line

  void run() {
    while (at < in.size())
      if (!(entity() || escape() || tag() || link() || emphasis())) letter();
  }

  void letter() {
    const char c = in[at++];
    if (raised > 0 && is_digit(c)) out += raised_digits[c - '0'];  // never glued to a figure: 21<sup>3</sup> is not 213
    else out += c;
    if (!is_word_byte(c)) return;
    ++letters;
    bold_letters += bold > 0;
    italic_letters += italic > 0;
  }

  bool entity() {
    if (in[at] != '&') return false;
    for (const auto& [name, text] : entities)
      if (in.substr(at).starts_with(name)) {
        out += text;
        at += name.size();
        return true;
      }
    return false;
  }

  bool escape() {
    if (in[at] != '\\' || at + 1 >= in.size() || !is_ascii_punctuation(in[at + 1])) return false;
    out += in[at + 1];
    at += 2;
    return true;
  }

  bool tag() {
    if (in[at] != '<') return false;
    const size_t end = in.substr(at, longest_tag_bytes).find('>');
    if (end == std::string_view::npos) return false;
    std::string_view inside = in.substr(at + 1, end - 1);
    const bool closes = inside.starts_with('/');
    if (closes) inside.remove_prefix(1);
    const std::string name = ascii_lower(inside.substr(0, inside.find_first_of(" \t/")));
    const auto known = std::find_if(known_tags.begin(), known_tags.end(), [&](const KnownTag& t) { return t.name == name; });
    if (known == known_tags.end()) return false;
    const int step = closes ? -1 : 1;
    if (known->effect == TagEffect::bold) bold = std::max(0, bold + step);
    if (known->effect == TagEffect::italic) italic = std::max(0, italic + step);
    if (known->effect == TagEffect::raised) raised = std::max(0, raised + step);
    if (known->effect == TagEffect::line_break) out += '\n';
    at += end + 1;
    return true;
  }

  // [words](address) -> words
  bool link() {
    if (in[at] != '[') return false;
    const std::string_view window = in.substr(at, longest_tag_bytes);
    const size_t middle = window.find("](");
    if (middle == std::string_view::npos || window.substr(1, middle - 1).find('[') != std::string_view::npos) return false;
    const size_t end = window.find(')', middle);
    if (end == std::string_view::npos) return false;
    const std::string_view words = window.substr(1, middle - 1);
    out += words;
    letters += words.size();
    if (bold) bold_letters += words.size();
    if (italic) italic_letters += words.size();
    at += end + 1;
    return true;
  }

  bool emphasis() {
    const char c = in[at];
    if (c != '*' && c != '_') return false;
    const bool twice = at + 1 < in.size() && in[at + 1] == c;
    const char kind = twice ? (c == '*' ? 'B' : 'U') : c;
    const size_t width = twice ? 2 : 1;
    if (closes_here(kind, width)) {
      open.pop_back();
      --(twice ? bold : italic);
    } else if (opens_here(kind, c, width)) {
      open += kind;
      ++(twice ? bold : italic);
    } else {
      out.append(in.substr(at, width));
      at += width;
      return true;
    }
    at += width;
    return true;
  }

  bool closes_here(char kind, size_t width) const {
    if (open.empty() || open.back() != kind || at == 0) return false;
    if (width == 2) return true;
    return !is_blank(in[at - 1]) && (at + 1 >= in.size() || !is_word_byte(in[at + 1]));
  }

  // Emphasis opens at the beginning of a word, before no blank, and where something closes it later on.
  bool opens_here(char kind, char c, size_t width) {
    if (at + width >= in.size() || is_blank(in[at + width])) return false;
    if (open.find(kind) != std::string::npos || (kind != 'B' && at > 0 && is_word_byte(in[at - 1]))) return false;
    bool& none = no_close[(kind == 'B') * 0 + (kind == 'U') * 1 + (kind == '*') * 2 + (kind == '_') * 3];
    if (none) return false;
    if (width == 2) {
      none = in.find(std::string(2, c), at + width) == std::string_view::npos;
      return !none;
    }
    for (size_t i = at + 2; i < in.size(); ++i)
      if (in[i] == c && !is_blank(in[i - 1]) && in[i - 1] != c && (i + 1 >= in.size() || !is_word_byte(in[i + 1]))) return true;
    none = true;
    return false;
  }
};

// One blank between words, no blank at either end of a line, no empty lines.
std::string tidy_lines(std::string_view text) {
  std::string out;
  for (std::string_view line : split(text, '\n')) {
    const std::string tidy = single_spaced(line);
    if (tidy.empty()) continue;
    if (!out.empty()) out += '\n';
    out += tidy;
  }
  return out;
}

// Bold that began on the line before or ends on the next one leaves a lone "**" at an end of this line.
std::string_view without_lone_bold(std::string_view raw) {
  raw = trimmed(raw);
  if (!leaves_bold_open(raw)) return raw;
  if (raw.starts_with("**")) raw.remove_prefix(2);
  else if (raw.ends_with("**")) raw.remove_suffix(2);
  return raw;
}

// Length of the footnote mark at the end, 0 when there is none.
size_t mark_at_end(std::string_view text) {
  for (std::string_view mark : {"*", "\u2020", "\u2021"})
    if (text.ends_with(mark)) return mark.size();
  for (std::string_view mark : raised_digits)
    if (text.ends_with(mark)) return mark.size();
  return 0;
}

}  // namespace

bool leaves_bold_open(std::string_view raw) {
  size_t marks = 0;
  for (size_t at = raw.find("**"); at != std::string_view::npos; at = raw.find("**", at + 2)) ++marks;
  return marks % 2 == 1;
}

MarkedText strip_marks(std::string_view raw) {
  MarkedText marked;
  if (std::none_of(raw.begin(), raw.end(), is_word_byte)) {  // "**" alone is a value that a note explains
    marked.text = tidy_lines(raw);
    return marked;
  }
  MarkScanner scanner;
  scanner.in = without_lone_bold(raw);
  scanner.run();
  marked.text = tidy_lines(scanner.out);
  marked.bold = scanner.letters > 0 && scanner.bold_letters == scanner.letters;
  marked.italic = scanner.letters > 0 && scanner.italic_letters == scanner.letters;
  return marked;
}

std::string take_marks(std::string& text) {
  std::string_view left = trimmed(text);
  std::string taken;
  for (size_t size = mark_at_end(left); size > 0 && size < left.size(); size = mark_at_end(left)) {
    taken.insert(0, left.substr(left.size() - size));
    left.remove_suffix(size);
  }
  left = trimmed(left);
  if (taken.empty() || std::none_of(left.begin(), left.end(), is_word_byte)) return {};
  text = std::string(left);
  return taken;
}

}  // namespace muster
