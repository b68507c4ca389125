#include "extractors/ocr/engine/picture.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace muster {
namespace {

constexpr int text_threshold = 140;
constexpr float least_skew_deg = 0.05f;  // under it a line of text drifts by half a point over the page
constexpr float least_skew_confidence = 3;  // Leptonica's own bound for pages of text
constexpr float radians_per_degree = 3.14159265f / 180;
constexpr l_int32 most_side_pixels = 20'000;

}  // namespace

Picture grey_picture(std::string_view bytes) {
  setMsgSeverity(L_SEVERITY_NONE);
  const Picture any(pixReadMem(reinterpret_cast<const l_uint8*>(bytes.data()), bytes.size()));
  if (!any || pixGetWidth(any.get()) > most_side_pixels || pixGetHeight(any.get()) > most_side_pixels) return nullptr;
  const Picture opaque(pixGetSpp(any.get()) == 4 ? pixAlphaBlendUniform(any.get(), 0xFFFFFF00) : pixClone(any.get()));
  return Picture(opaque ? pixConvertTo8(opaque.get(), 0) : nullptr);
}

namespace {

// The commonest grey of the light half: paper covers most of a page.
uint32_t paper_of(const Picture& grey) {
  std::array<size_t, 256> counts{};
  const int width = pixGetWidth(grey.get()), height = pixGetHeight(grey.get());
  for (int y = 0; y < height; y += 3) {
    const l_uint32* line = pixGetData(grey.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(grey.get());
    for (int x = 0; x < width; x += 3) ++counts[GET_DATA_BYTE(line, x)];
  }
  return static_cast<uint32_t>(std::max_element(counts.begin() + 128, counts.end()) - counts.begin());
}

}  // namespace

void PictureDeleter::operator()(Pix* pix) const { pixDestroy(&pix); }

Picture ink_of(const Picture& grey, int threshold) {
  const Picture even(pixBackgroundNormSimple(grey.get(), nullptr, nullptr));
  return Picture(pixThresholdToBinary(even ? even.get() : grey.get(), threshold));
}

int turn_to_upright(const Picture& grey) {
  const Picture ink = ink_of(grey, text_threshold);
  float up = 0, left = 0;
  l_int32 orientation = L_TEXT_ORIENT_UNKNOWN;
  if (!ink || pixOrientDetect(ink.get(), &up, &left, 0, 0) != 0 || makeOrientDecision(up, left, 0, 0, &orientation, 0) != 0) return 0;
  return orientation == L_TEXT_ORIENT_LEFT ? 90 : orientation == L_TEXT_ORIENT_DOWN ? 180 : orientation == L_TEXT_ORIENT_RIGHT ? 270 : 0;
}

StraightPicture straight_picture(const Picture& grey, int turn_deg) {
  StraightPicture out{.grey = Picture(pixRotateOrth(grey.get(), turn_deg / 90)), .skew_deg = static_cast<float>(-turn_deg)};
  if (!out.grey) return out;
  const Picture ink = ink_of(out.grey, text_threshold);
  float angle_deg = 0, confidence = 0;
  const bool found = ink && pixFindSkew(ink.get(), &angle_deg, &confidence) == 0;
  if (found && confidence >= least_skew_confidence && std::abs(angle_deg) >= least_skew_deg) {
    Picture turned(pixRotate(out.grey.get(), angle_deg * radians_per_degree, L_ROTATE_AREA_MAP, L_BRING_IN_WHITE, 0, 0));
    if (turned) out.grey = std::move(turned), out.skew_deg -= angle_deg;
  }
  out.paper = paper_of(out.grey);
  return out;
}

}  // namespace muster
