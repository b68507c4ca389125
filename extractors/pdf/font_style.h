// Private to extractors/pdf: what a font says about the text set in it.
#pragma once

#include <string>

class GfxFont;

namespace muster {

struct FontStyle {
  std::string name;        // without the subset prefix
  bool bold = false, italic = false, pictorial = false;
  double ascent = 0.95, descent = -0.35;  // of the size
  double size_factor = 1;  // Type 3 fonts: their unit is not always the em
};

// A null font gives the defaults.
FontStyle font_style_of(const GfxFont* font);

// Whether a font's name says bold ("Arial,Bold", "Calibri-SemiBold") or italic, which flags often fail to.
bool name_says_bold(const std::string& name);
bool name_says_italic(const std::string& name);

}  // namespace muster
