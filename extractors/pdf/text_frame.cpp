#include "extractors/pdf/text_frame.h"

#include <poppler/GfxState.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace muster {
namespace {

constexpr double skew_tolerance_deg = 3;  // a scan put in askew is still read as straight

}  // namespace

Box box_between(double xa, double ya, double xb, double yb) {
  return {static_cast<float>(std::min(xa, xb)), static_cast<float>(std::min(ya, yb)), static_cast<float>(std::max(xa, xb)),
          static_cast<float>(std::max(ya, yb))};
}

Box TextFrame::glyph_box(double x, double y, double advance_x, double advance_y) const {
  switch (rotation) {
    case 90: return box_between(x + descent, y, x + ascent, y + advance_y);
    case 180: return box_between(x + advance_x, y + descent, x, y + ascent);
    case 270: return box_between(x - ascent, y, x - descent, y + advance_y);
    default: return box_between(x, y - ascent, x + advance_x, y - descent);
  }
}

TextFrame text_frame(const GfxState& state, const FontStyle& font) {
  const double* ctm = state.getCTM();
  const double* text = state.getTextMat();
  const double sign = state.getFontSize() < 0 ? -1 : 1;
  const double dx = sign * (text[0] * ctm[0] + text[1] * ctm[2]), dy = sign * (text[0] * ctm[1] + text[1] * ctm[3]);
  const double degrees = std::atan2(dy, dx) * 180 / std::numbers::pi;
  const double quarter = std::round(degrees / 90);
  TextFrame frame;
  frame.rotation = (static_cast<int>(quarter) * 90 + 360) % 360;
  frame.skewed = std::abs(degrees - quarter * 90) > skew_tolerance_deg;
  frame.size = std::abs(state.getTransformedFontSize()) * font.size_factor;
  frame.ascent = font.ascent * frame.size;
  frame.descent = font.descent * frame.size;
  return frame;
}

}  // namespace muster
