#include "normalizers/sentences.h"

#include <algorithm>
#include <set>
#include <string>

#include "schemas/text.h"

namespace muster {
namespace {

const std::set<std::string, std::less<>> short_forms = {"approx", "e.g", "eg", "i.e", "ie", "no", "nos", "mr", "mrs", "ms", "dr",
                                                        "st",     "vs",  "etc", "cf", "fig", "para", "inc", "excl", "incl",
                                                        "jan", "feb", "mar", "apr", "aug", "sep", "sept", "oct", "nov", "dec"};

std::string_view word_before(std::string_view text, size_t stop) {
  size_t begin = stop;
  while (begin > 0 && (is_letter(text[begin - 1]) || (text[begin - 1] == '.' && begin > 1 && is_letter(text[begin - 2])))) --begin;
  return text.substr(begin, stop - begin);
}

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

// "26,500.\u00B9\u2070\u2074 FTE": raised figures after a stop name a footnote.
size_t after_raised(std::string_view line, size_t at) {
  for (;;) {
    const std::string_view rest = line.substr(at);
    if (rest.starts_with("\u00B9") || rest.starts_with("\u00B2") || rest.starts_with("\u00B3")) at += 2;
    else if (rest.size() > 2 && rest.starts_with("\xE2\x81") && static_cast<unsigned char>(rest[2]) >= 0xB0 && static_cast<unsigned char>(rest[2]) <= 0xB9) at += 3;
    else return at;
  }
}

// Whether the mark at `i` ends a sentence of the line.
bool ends_sentence(std::string_view line, size_t i) {
  if (line[i] != '.' && line[i] != '?' && line[i] != '!') return false;
  size_t next = i + 1;
  while (next < line.size() && (line[next] == ')' || line[next] == '"' || line[next] == '\'')) ++next;
  next = after_raised(line, next);
  if (next >= line.size() || line[next] != ' ') return next >= line.size();
  while (next < line.size() && line[next] == ' ') ++next;
  if (next >= line.size()) return true;
  const bool opens = is_upper(line[next]) || is_digit(line[next]) || line[next] == '(' || line[next] == '"' || static_cast<unsigned char>(line[next]) >= 0x80;
  if (!opens || line[i] != '.') return opens;
  const std::string_view word = word_before(line, i);
  if (word.size() == 1 && is_upper(word[0])) return false;
  return !short_forms.count(ascii_lower(word));
}

void add(std::vector<Span>& out, std::string_view text, size_t begin, size_t end) {
  const std::string_view piece = trimmed(text.substr(begin, end - begin));
  if (piece.empty()) return;
  const auto at = static_cast<uint32_t>(piece.data() - text.data());
  out.push_back({at, at + static_cast<uint32_t>(piece.size())});
}

}  // namespace

std::vector<Span> find_sentences(std::string_view text) {
  std::vector<Span> out;
  size_t line_begin = 0;
  while (line_begin <= text.size()) {
    const size_t line_end = std::min(text.find('\n', line_begin), text.size());
    const std::string_view line = text.substr(line_begin, line_end - line_begin);
    size_t begin = 0;
    for (size_t i = 0; i < line.size(); ++i) {
      if (!ends_sentence(line, i)) continue;
      add(out, text, line_begin + begin, line_begin + i + 1);
      begin = i + 1;
    }
    add(out, text, line_begin + begin, line_end);
    line_begin = line_end + 1;
  }
  return out;
}

}  // namespace muster
