#include "extractors/ocr/read_picture.h"

#include "extractors/ocr/scan_reader.h"
#include "extractors/ocr/scanned_page.h"

namespace muster {

Document read_picture(const Source& source, const Limits& limits, Diagnostics& diagnostics) {
  Document document;
  ScanReader reader;
  document.failure = reader.missing();
  if (!document.failure.empty()) return document;
  const PagePictures pictures = page_pictures(source.bytes, static_cast<size_t>(limits.scanned_pages));
  document.failure = pictures.failure;
  document.page_count = pictures.count;
  for (const PagePicture& picture : pictures.pages) {
    const ScanReading reading = reader.read(picture.bytes, reading_dpi);
    const int number = static_cast<int>(document.pages.size()) + 1;
    if (reading.broken_off)
      diagnostics.add({.stage = "read", .code = "ocr_broken_off", .severity = Severity::error, .place = {.page = number},
                       .message = "reading the picture of the page took too long; words of it are missing"});
    document.pages.push_back({.number = number, .width = picture.width_pt, .height = picture.height_pt, .images = {{.box = {0, 0, picture.width_pt, picture.height_pt}}}});
    if (reading.words.empty()) continue;
    fill_page(reading, document.pages.back(), document.styles);
    report_legibility(reading, number, diagnostics);
  }
  if (pictures.count > static_cast<int>(pictures.pages.size()))
    diagnostics.add({.stage = "read", .code = "limit_reached", .severity = Severity::error,
                     .message = "only the first " + std::to_string(pictures.pages.size()) + " of " + std::to_string(pictures.count) + " pictures are read; raise --timeout to have more read"});
  bool blank = true;
  for (const Page& page : document.pages) blank &= page.glyphs.empty();
  if (blank) document.pages.clear();
  document.text_source = TextSource::ocr;
  return document;
}

}  // namespace muster
