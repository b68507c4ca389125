#include "schemas/text.h"

namespace muster {
namespace {

constexpr std::string_view nbsp = "\xC2\xA0";

// Length of the white space at the front of text, 0 when there is none.
size_t space_at_front(std::string_view text) {
  if (text.empty()) return 0;
  if (std::string_view(" \t\n\r\f\v").find(text[0]) != std::string_view::npos) return 1;
  return text.starts_with(nbsp) ? nbsp.size() : 0;
}

size_t space_at_back(std::string_view text) {
  if (text.empty()) return 0;
  if (std::string_view(" \t\n\r\f\v").find(text.back()) != std::string_view::npos) return 1;
  return text.ends_with(nbsp) ? nbsp.size() : 0;
}

// Length of a typographic or straight apostrophe at the front.
size_t apostrophe_at_front(std::string_view text) {
  if (text.starts_with('\'') || text.starts_with('`')) return 1;
  if (text.starts_with("\xE2\x80\x99") || text.starts_with("\xE2\x80\x98")) return 3;
  return 0;
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  while (size_t n = space_at_front(text)) text.remove_prefix(n);
  while (size_t n = space_at_back(text)) text.remove_suffix(n);
  return text;
}

std::string single_spaced(std::string_view text) {
  std::string out;
  text = trimmed(text);
  while (!text.empty()) {
    if (size_t n = space_at_front(text)) {
      if (out.back() != ' ') out += ' ';
      text.remove_prefix(n);
    } else {
      out += text[0];
      text.remove_prefix(1);
    }
  }
  return out;
}

std::string ascii_lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> out;
  if (text.empty()) return out;
  for (size_t end = text.find(separator); end != std::string_view::npos; end = text.find(separator)) {
    out.push_back(text.substr(0, end));
    text.remove_prefix(end + 1);
  }
  out.push_back(text);
  return out;
}

std::string joined(const std::vector<std::string>& pieces, std::string_view separator) {
  std::string out;
  for (const std::string& piece : pieces) {
    if (!out.empty()) out += separator;
    out += piece;
  }
  return out;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::string folded(std::string_view text) {
  std::string out;
  bool gap = false;
  const auto put = [&](std::string_view letters) {
    if (gap && !out.empty()) out += ' ';
    gap = false;
    out += letters;
  };
  while (!text.empty()) {
    const char c = text[0];
    size_t used = 1;
    if (is_digit(c) || is_letter(c) || static_cast<unsigned char>(c) >= 0xC3) {
      const size_t apostrophe = apostrophe_at_front(text);
      if (apostrophe) {
        used = apostrophe;
      } else if (text.starts_with("\xE2")) {  // general punctuation: dashes, quotes, bullets
        used = 3;
        gap = true;
      } else {
        used = static_cast<unsigned char>(c) >= 0xF0 ? 4 : static_cast<unsigned char>(c) >= 0xE0 ? 3 : static_cast<unsigned char>(c) >= 0xC0 ? 2 : 1;
        put(ascii_lower(text.substr(0, used)));
      }
    } else if (size_t n = apostrophe_at_front(text)) {
      used = n;
    } else if (c == '&') {
      gap = true;
      put("and");
      gap = true;
    } else {
      gap = true;
    }
    text.remove_prefix(std::min(used, text.size()));
  }
  return out;
}

size_t code_points(std::string_view text) {
  size_t n = 0;
  for (char c : text) n += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return n;
}

}  // namespace muster
