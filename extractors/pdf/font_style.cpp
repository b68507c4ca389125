#include "extractors/pdf/font_style.h"

#include <poppler/GfxFont.h>

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <string_view>

#include "extractors/pdf/glyph_text.h"
#include "schemas/text.h"

namespace muster {
namespace {

// Ascents and descents beyond these are faults of the font; without bounds the boxes of neighbouring lines would overlap.
constexpr double highest_ascent_em = 1.05, lowest_ascent_em = 0.5, lowest_descent_em = -0.4;
constexpr double usual_type3_height_em = 1.2;

bool contains_any(const std::string& lower, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view w) { return lower.find(w) != std::string::npos; });
}

// The height of a Type 3 font's box, where it has one, tells how large its em is.
double type3_size_factor(const GfxFont& font) {
  const double* matrix = font.getFontMatrix();
  const double* box = font.getFontBBox();
  const double height_em = std::abs((box[3] - box[1]) * matrix[3]);
  const bool ordinary = height_em == 0 || !std::isfinite(height_em) || (height_em > 0.5 && height_em < 2);
  return ordinary ? 1 : height_em / usual_type3_height_em;
}

}  // namespace

bool name_says_bold(const std::string& name) {
  return contains_any(ascii_lower(name), {"bold", "black", "heavy", "demi", "-bd"});
}

bool name_says_italic(const std::string& name) { return contains_any(ascii_lower(name), {"italic", "oblique"}); }

FontStyle font_style_of(const GfxFont* font) {
  FontStyle style;
  if (!font) return style;
  style.name = font->getName() ? font->getNameWithoutSubsetTag() : "";
  style.bold = font->isBold() || font->getWeight() >= GfxFont::W600 || name_says_bold(style.name);
  style.italic = font->isItalic() || name_says_italic(style.name);
  style.pictorial = GlyphText::is_pictorial_font(style.name);
  style.ascent = std::clamp(font->getAscent(), lowest_ascent_em, highest_ascent_em);
  style.descent = std::clamp(font->getDescent(), lowest_descent_em, 0.0);
  if (font->getType() == fontType3) style.size_factor = type3_size_factor(*font);
  return style;
}

}  // namespace muster
