// Private to extractors/pdf: how the text of one show operation lies on the page.
#pragma once

#include "extractors/pdf/font_style.h"
#include "schemas/geometry.h"

class GfxState;

namespace muster {

// The box around two opposite corners.
Box box_between(double xa, double ya, double xb, double yb);

struct TextFrame {
  int rotation = 0;        // as in GlyphRun
  bool skewed = false;
  double size = 0, ascent = 0, descent = 0;  // points; descent is negative

  // Of a glyph whose origin is (x, y).
  Box glyph_box(double x, double y, double advance_x, double advance_y) const;
  double baseline(double x, double y) const { return rotation == 90 || rotation == 270 ? x : y; }
};

TextFrame text_frame(const GfxState& state, const FontStyle& font);

}  // namespace muster
