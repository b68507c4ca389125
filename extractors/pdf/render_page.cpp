#include "extractors/pdf/render_page.h"

#include <png.h>
#include <poppler/PDFDoc.h>
#include <poppler/SplashOutputDev.h>
#include <poppler/splash/SplashBitmap.h>

#include <algorithm>
#include <cmath>
#include <cstring>

#include "extractors/pdf/poppler_file.h"

namespace muster {
namespace {

constexpr double points_per_inch = 72;
constexpr double most_pixels = 1e8;

// Written fast rather than small: Poppler's own writer takes ten times as long as drawing the page.
std::string as_png(SplashBitmap& bitmap) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  image.width = static_cast<png_uint_32>(bitmap.getWidth());
  image.height = static_cast<png_uint_32>(bitmap.getHeight());
  image.format = PNG_FORMAT_RGB;
  image.flags = PNG_IMAGE_FLAG_FAST;
  std::string out(PNG_IMAGE_PNG_SIZE_MAX(image), '\0');
  png_alloc_size_t size = out.size();
  const bool written = png_image_write_to_memory(&image, out.data(), &size, 0, bitmap.getDataPtr(), bitmap.getRowSize(), nullptr) != 0;
  out.resize(written ? size : 0);
  return out;
}

void paint_black(SplashBitmap& bitmap, const Box& box, double scale) {
  const auto pixel = [&](double points, int most) { return std::clamp(static_cast<int>(std::lround(points * scale)), 0, most); };
  const int left = pixel(static_cast<double>(box.x0), bitmap.getWidth()), right = pixel(static_cast<double>(box.x1), bitmap.getWidth());
  const int bottom = pixel(static_cast<double>(box.y1), bitmap.getHeight());
  constexpr int bytes_of_pixel = 3;
  for (int y = pixel(static_cast<double>(box.y0), bitmap.getHeight()); y < bottom && left < right; ++y)
    std::memset(bitmap.getDataPtr() + static_cast<ptrdiff_t>(y) * bitmap.getRowSize() + left * bytes_of_pixel, 0, static_cast<size_t>((right - left) * bytes_of_pixel));
}

}  // namespace

std::string render_page(const Source& source, int page_number, double dpi, const std::vector<Box>& covered) {
  const PopplerMessages messages;
  const OpenedPdf opened = open_pdf(source.bytes);
  if (!opened.document || page_number < 1 || page_number > opened.document->getNumPages()) return {};
  PDFDoc& pdf = *opened.document;
  const double scale = dpi / points_per_inch;
  if (!(scale > 0) || pdf.getPageCropWidth(page_number) * pdf.getPageCropHeight(page_number) * scale * scale > most_pixels) return {};
  SplashColor white = {0xFF, 0xFF, 0xFF};
  SplashOutputDev device(splashModeRGB8, 1, false, white);
  device.startDoc(&pdf);
  pdf.displayPage(&device, page_number, dpi, dpi, 0, false, true, false);
  for (const Box& box : covered)
    if (device.getBitmap()) paint_black(*device.getBitmap(), box, scale);
  return device.getBitmap() ? as_png(*device.getBitmap()) : std::string();
}

}  // namespace muster
