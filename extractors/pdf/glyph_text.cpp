#include "extractors/pdf/glyph_text.h"

#include "extractors/pdf/poppler_file.h"
#include "extractors/read/clean_text.h"
#include "schemas/text.h"

namespace muster {
namespace {

constexpr unsigned soft_hyphen = 0xAD;
constexpr unsigned private_use_symbols = 0xF000;  // symbol fonts often map their 8-bit codes here

std::string_view picture(unsigned code_point) {
  if (code_point >= private_use_symbols && code_point <= private_use_symbols + 0xFF) code_point -= private_use_symbols;
  switch (code_point) {
    case ' ': case 0xA0: return " ";
    case 0xFC: case 0xFE: case 'P': case 0x2713: case 0x2714: return "\u2713";  // tick of Wingdings and its kin
    case 0xFB: case 0xFD: case 0x2717: case 0x2718: return "\u2717";
    default: return "\u2022";
  }
}

}  // namespace

bool GlyphText::is_pictorial_font(std::string_view name) {
  const std::string lower = ascii_lower(name);
  return lower.find("wingdings") != std::string::npos || lower.find("webdings") != std::string::npos ||
         lower.find("dingbats") != std::string::npos;
}

std::string_view GlyphText::of(const unsigned* code_points, int count, bool pictorial) {
  if (count <= 0) return "\uFFFD";
  if (pictorial) return picture(code_points[0]);
  if (count > 1) return several_ = clean(code_points, count);
  const auto [found, added] = single_.try_emplace(code_points[0]);
  if (added) found->second = clean(code_points, 1);
  return found->second;
}

std::string GlyphText::clean(const unsigned* code_points, int count) const {
  std::string raw;
  for (int i = 0; i < count; ++i) append_utf8(raw, code_points[i] == soft_hyphen ? '-' : code_points[i]);  // drawn, so seen
  std::string text = clean_text(raw);
  if (text.empty() && code_points[0] < ' ') return " ";  // a control character with a width takes a place, as a tab does
  for (char& c : text)
    if (c == '\n' || c == '\t') c = ' ';
  return text;
}

}  // namespace muster
