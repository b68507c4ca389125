// Private to extractors/pdf: the letters of one drawn glyph.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace muster {

// Code points of glyphs -> clean text. Remembers every single code point, so that cleaning costs once for each.
class GlyphText {
 public:
  // `pictorial`: the font draws pictures (Wingdings, Webdings, dingbats) whatever letters it claims; they come out as a
  // tick, a cross or a bullet. No code points at all give U+FFFD: something is drawn, but nothing says which letter.
  std::string_view of(const unsigned* code_points, int count, bool pictorial);

  static bool is_pictorial_font(std::string_view name);

 private:
  std::string clean(const unsigned* code_points, int count) const;

  std::unordered_map<unsigned, std::string> single_;
  std::string several_;
};

}  // namespace muster
