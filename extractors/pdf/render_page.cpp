#include "extractors/pdf/render_page.h"

#include <png.h>
#include <poppler/PDFDoc.h>
#include <poppler/SplashOutputDev.h>
#include <poppler/splash/SplashBitmap.h>

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

}  // namespace

std::string render_page(const Source& source, int page_number, double dpi) {
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
  return device.getBitmap() ? as_png(*device.getBitmap()) : std::string();
}

}  // namespace muster
