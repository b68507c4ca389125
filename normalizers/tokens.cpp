#include "normalizers/tokens.h"

#include <algorithm>

#include "schemas/text.h"

namespace muster {
namespace {

constexpr size_t longest_int_digits = 9;

struct MarkSpelling {
  std::string_view bytes, canonical;
  bool long_dash;
};

constexpr MarkSpelling mark_spellings[] = {
    {"\u2010", "-", false}, {"\u2011", "-", false}, {"\u2012", "-", true},  {"\u2013", "-", true},  {"\u2014", "-", true},
    {"\u2212", "-", false}, {"\u2018", "'", false}, {"\u2019", "'", false}, {"\u201C", "\"", false}, {"\u201D", "\"", false},
    {"`", "'", false},
};

const MarkSpelling* mark_at(std::string_view text) {
  for (const MarkSpelling& m : mark_spellings)
    if (text.starts_with(m.bytes)) return &m;
  return nullptr;
}

size_t space_length(std::string_view text) {
  if (text[0] == ' ' || (text[0] >= '\t' && text[0] <= '\r')) return 1;
  if (text.starts_with("\u00A0")) return 2;
  return text.starts_with("\u2009") || text.starts_with("\u202F") ? 3 : 0;
}

// Letters beyond ASCII, by the first byte: Latin-1 signs (C2), general punctuation to arrows and boxes (E2), specials (EF) and
// pictures (F0) are marks; × and ÷ stand among the Latin-1 letters.
bool letter_at(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text[0]);
  if (lead < 0x80) return is_letter(text[0]);
  return lead >= 0xC3 && lead < 0xEF && lead != 0xE2 && !text.starts_with("\u00D7") && !text.starts_with("\u00F7");
}

size_t character_length(std::string_view text) {
  size_t n = 1;
  while (n < text.size() && (static_cast<unsigned char>(text[n]) & 0xC0) == 0x80) ++n;
  return n;
}

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

// The token at the front of text; its place is set by the caller.
Token read_token(std::string_view text) {
  Token t;
  size_t n = 0;
  if (is_digit(text[0])) {
    t.kind = TokenKind::number;
    while (n < text.size() && is_digit(text[n])) ++n;
  } else if (letter_at(text)) {
    t.kind = TokenKind::word;
    while (n < text.size() && letter_at(text.substr(n))) n += character_length(text.substr(n));
    t.capital = is_capital(text[0]);
    t.all_capitals = std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(n), is_capital);
  } else {
    t.kind = TokenKind::mark;
    const MarkSpelling* mark = mark_at(text);
    n = mark ? mark->bytes.size() : character_length(text);
    if (mark) {
      t.text = mark->canonical;
      t.long_dash = mark->long_dash;
    }
  }
  if (t.text.empty()) t.text = ascii_lower(text.substr(0, n));
  t.end = n;
  return t;
}

}  // namespace

bool Token::is_any(std::initializer_list<std::string_view> list) const {
  return kind != TokenKind::end && std::find(list.begin(), list.end(), text) != list.end();
}

int Token::value() const {
  if (!number() || text.size() > longest_int_digits) return -1;
  int n = 0;
  for (char c : text) n = n * 10 + (c - '0');
  return n;
}

Tokens::Tokens(std::string_view text) : text_(text) {
  bool glued = false, starts_line = true;
  for (size_t at = 0; at < text.size();) {
    if (const size_t blank = space_length(text.substr(at))) {
      starts_line = starts_line || text[at] == '\n';
      glued = false;
      at += blank;
      continue;
    }
    Token t = read_token(text.substr(at));
    t.begin = at;
    t.end += at;
    t.glued = glued;
    t.starts_line = starts_line;
    at = t.end;
    glued = true;
    starts_line = false;
    list_.push_back(std::move(t));
  }
  nothing_.begin = nothing_.end = text.size();
}

const Token& Tokens::at(size_t index) const { return index < list_.size() ? list_[index] : nothing_; }

size_t Tokens::after(size_t index, std::initializer_list<std::string_view> words) const {
  size_t i = index;
  for (std::string_view w : words)
    if (!at(i++).is(w)) return index;
  return i;
}

size_t Tokens::after_any(size_t index, std::initializer_list<std::string_view> words) const {
  return at(index).is_any(words) ? index + 1 : index;
}

}  // namespace muster
