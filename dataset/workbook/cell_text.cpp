#include "dataset/workbook/cell_text.h"

#include <cctype>

#include "schemas/text.h"

namespace muster {
namespace {

constexpr size_t most_code_points = 32'767;  // of a cell, the mark of a cut included
constexpr std::string_view non_characters[] = {"\xEF\xBF\xBE", "\xEF\xBF\xBF"};  // U+FFFE, U+FFFF

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n'; }

std::string escaped(unsigned code) {
  constexpr char digits[] = "0123456789ABCDEF";
  std::string out = "_x";
  for (int shift = 12; shift >= 0; shift -= 4) out += digits[(code >> shift) & 0xF];
  return out + '_';
}

// "_x000D_" and its like.
bool looks_escaped(std::string_view text) {
  if (text.size() < 7 || text[0] != '_' || text[1] != 'x' || text[6] != '_') return false;
  for (size_t i = 2; i < 6; ++i)
    if (!std::isxdigit(static_cast<unsigned char>(text[i]))) return false;
  return true;
}

std::string without_forbidden(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    if (is_control(text[i])) out += escaped(static_cast<unsigned char>(text[i]));
    else if (looks_escaped(text.substr(i))) out += escaped('_');
    else if (text.substr(i, 3) == non_characters[0] || text.substr(i, 3) == non_characters[1]) {
      out += escaped(text.substr(i, 3) == non_characters[0] ? 0xFFFE : 0xFFFF);
      i += 2;
    } else out += text[i];
  }
  return out;
}

// The first `count` code points.
std::string_view beginning(std::string_view text, size_t count) {
  size_t at = 0;
  while (at < text.size() && count > 0) {
    ++at;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
    --count;
  }
  return text.substr(0, at);
}

}  // namespace

CellText cell_text(std::string_view text) {
  const std::string whole = without_forbidden(text);
  const size_t length = code_points(whole);
  if (length <= most_code_points) return {whole};
  const std::string mark = " [cut: all " + std::to_string(length) + " characters are in workforce.sqlite]";
  return {std::string(beginning(whole, most_code_points - mark.size())) + mark, true};
}

}  // namespace muster
