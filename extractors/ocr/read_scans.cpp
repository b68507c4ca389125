#include "extractors/ocr/read_scans.h"

#include <algorithm>
#include <optional>

#include "extractors/ocr/scan_reader.h"
#include "extractors/ocr/scanned_page.h"
#include "extractors/ocr/text_layer.h"
#include "extractors/pdf/render_page.h"

namespace muster {
namespace {

// A hidden layer that shares fewer of its words with the picture is of another text, or garbled: two recognisers of one page
// agree on nine words of ten.
constexpr double least_shared_words = 0.5;
constexpr size_t longest_sample = 80;

class ScannedPages {
 public:
  ScannedPages(const Source& source, const Limits& limits, Document& document, Diagnostics& diagnostics)
      : source_(source), limits_(limits), document_(document), diagnostics_(diagnostics) {}

  void read(Page& page) {
    const TextLayer layer = text_layer_of(page);
    if (layer == TextLayer::drawn) return;
    if (!reader_ && read_ < limits_.scanned_pages) reader_.emplace();
    if (reader_ && !reader_->missing().empty()) return leave(page, layer, reader_->missing());
    if (read_ >= limits_.scanned_pages)
      return leave(page, layer, "only the first " + std::to_string(limits_.scanned_pages) + " scanned pages are read; raise --timeout to have more read");
    ++read_;
    const ScanReading reading = reader_->read(render_page(source_, page.number, reading_dpi), reading_dpi);
    take(page, layer, reading);
  }

 private:
  void report(const Page& page, const char* code, Severity severity, std::string message, std::string raw = {}) {
    diagnostics_.add({.stage = "read", .code = code, .severity = severity, .place = {.page = page.number}, .raw = std::move(raw), .message = std::move(message)});
  }

  // A page that is not read. A hidden layer then has to do, if it is text at all.
  void leave(Page& page, TextLayer layer, const std::string& why) {
    if (layer == TextLayer::missing) return report(page, "page_without_text", Severity::error, "the page is a picture without text (a scan); " + why);
    const std::string text = hidden_text(page);
    if (reads_like_text(text)) return;
    set_aside(page, text);
    report(page, "page_without_text", Severity::error, "the page is a scan whose hidden text is garbled; " + why);
  }

  void set_aside(Page& page, const std::string& text) {
    report(page, "text_layer_set_aside", Severity::info, "the hidden text of the page is not what the page shows; it was not used", text.substr(0, longest_sample));
    page.text.clear();
    page.glyphs.clear();
    page.runs.clear();
  }

  void take(Page& page, TextLayer layer, const ScanReading& reading) {
    if (reading.broken_off)
      report(page, "ocr_broken_off", Severity::error, "reading the picture of the page took too long; words of it are missing");
    if (layer == TextLayer::hidden) {
      const std::string text = hidden_text(page);
      if (reading.words.empty() || agrees(text, reading)) return;
      set_aside(page, text);
    }
    if (reading.words.empty()) return report(page, "page_without_text", Severity::info, "the page is a picture in which no text was found");
    fill_page(reading, page, document_.styles);
    report_legibility(reading, page.number, diagnostics_);
  }

  static bool agrees(const std::string& hidden, const ScanReading& reading) {
    std::string seen;
    for (const ScannedWord& word : reading.words) (seen += word.text) += ' ';
    return reads_like_text(hidden) && shared_words(hidden, seen) >= least_shared_words && shared_words(seen, hidden) >= least_shared_words;
  }

  const Source& source_;
  const Limits& limits_;
  Document& document_;
  Diagnostics& diagnostics_;
  std::optional<ScanReader> reader_;  // made for the first page that needs it
  int read_ = 0;
};

void tell_text_source(Document& document) {
  const auto scanned = std::count_if(document.pages.begin(), document.pages.end(), [](const Page& page) { return page.from_ocr; });
  const auto blank = std::count_if(document.pages.begin(), document.pages.end(), [](const Page& page) { return page.glyphs.empty(); });
  if (scanned == 0) return;
  const bool all = static_cast<size_t>(scanned + blank) == document.pages.size();
  document.text_source = all ? TextSource::ocr : TextSource::mixed;
}

}  // namespace

void read_scans(const Source& source, const Limits& limits, Document& document, Diagnostics& diagnostics) {
  ScannedPages pages(source, limits, document, diagnostics);
  for (Page& page : document.pages) pages.read(page);
  tell_text_source(document);
}

}  // namespace muster
