#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>

#include "extractors/ocr/engine/picture.h"
#include "extractors/ocr/scan_reader.h"

namespace muster {
namespace {

constexpr double points_per_inch = 72;
constexpr int most_side_pixels = 20'000;
constexpr double most_pixels = 60e6;            // an A3 page at 400 dots to the inch has 31 million
constexpr int least_stated_dpi = 140, most_stated_dpi = 1300;  // 72 and 96 are written by programs that know nothing of paper
constexpr double page_width_inches = 8.27;      // A4
constexpr int least_page_pixels = 1200;         // narrower pictures are of a screen
constexpr double screen_dpi = 96;

const l_uint8* data_of(std::string_view bytes) { return reinterpret_cast<const l_uint8*>(bytes.data()); }

bool is_reasonable(int width, int height) {
  return width > 0 && height > 0 && width <= most_side_pixels && height <= most_side_pixels && static_cast<double>(width) * height <= most_pixels;
}

bool header_is_reasonable(std::string_view bytes) {
  l_int32 format = 0, width = 0, height = 0;
  return pixReadHeaderMem(data_of(bytes), bytes.size(), &format, &width, &height, nullptr, nullptr, nullptr) == 0 && is_reasonable(width, height);
}

// Dots to the inch: as stated where that is believable, else so that the picture is as wide as a page, or a screen.
double dpi_of(const Picture& picture) {
  const int stated = pixGetXRes(picture.get());
  if (stated >= least_stated_dpi && stated <= most_stated_dpi) return stated;
  const int width = std::min(pixGetWidth(picture.get()), pixGetHeight(picture.get()));
  return width >= least_page_pixels ? width / page_width_inches : screen_dpi;
}

// At the resolution that the recogniser wants.
PagePicture page_picture(const Picture& picture) {
  const double dpi = dpi_of(picture);
  const auto scale = static_cast<float>(reading_dpi / dpi);
  const double width = pixGetWidth(picture.get()), height = pixGetHeight(picture.get());
  PagePicture out{.width_pt = static_cast<float>(width * points_per_inch / dpi), .height_pt = static_cast<float>(height * points_per_inch / dpi)};
  const bool scaled = std::abs(scale - 1) > 0.02f && width * height * scale * scale <= most_pixels;
  const Picture fit(scaled ? pixScale(picture.get(), scale, scale) : pixClone(picture.get()));
  const Picture grey(fit ? pixConvertTo8(fit.get(), 0) : nullptr);
  l_uint8* bytes = nullptr;
  size_t size = 0;
  if (grey && pixWriteMemPnm(&bytes, &size, grey.get()) == 0) out.bytes.assign(reinterpret_cast<const char*>(bytes), size);
  lept_free(bytes);
  return out;
}

bool is_tiff(std::string_view bytes) { return bytes.starts_with(std::string_view("II*\0", 4)) || bytes.starts_with(std::string_view("MM\0*", 4)); }

}  // namespace

PagePictures page_pictures(std::string_view bytes, size_t most) {
  setMsgSeverity(L_SEVERITY_NONE);
  PagePictures out{.count = 1};
  if (!header_is_reasonable(bytes)) {
    out.failure = "the picture is damaged, of a kind that is not read, or absurdly large: save it as PNG or PDF and add that";
    return out;
  }
  size_t offset = 0;
  do {
    const Picture picture(is_tiff(bytes) ? pixReadMemFromMultipageTiff(data_of(bytes), bytes.size(), &offset) : pixReadMem(data_of(bytes), bytes.size()));
    if (picture && is_reasonable(pixGetWidth(picture.get()), pixGetHeight(picture.get()))) out.pages.push_back(page_picture(picture));
    else if (!picture) break;
  } while (offset != 0 && out.pages.size() < most);
  out.count = static_cast<int>(out.pages.size()) + (offset != 0 ? 1 : 0);
  if (out.pages.empty()) out.failure = "the picture is damaged: fetch it again or ask for it again";
  return out;
}

}  // namespace muster
