#include "extractors/pdf/record_pdf.h"

#include <poppler/Catalog.h>
#include <poppler/Object.h>
#include <poppler/PDFDoc.h>
#include <poppler/XRef.h>

#include <algorithm>

#include "extractors/pdf/poppler_file.h"
#include "extractors/pdf/record_page.h"
#include "extractors/pdf/structure_tree.h"
#include "schemas/text.h"

namespace muster {
namespace {

std::string info_text(const Object& info, const char* key) {
  if (!info.isDict()) return {};
  const Object value = info.dictLookup(key);
  return value.isString() ? single_spaced(text_string(*value.getString())) : std::string();
}

// "D:20190430101112+01'00'" -> "2019-04-30"; empty when it is no date.
std::string iso_day(std::string_view pdf_date) {
  if (pdf_date.starts_with("D:")) pdf_date.remove_prefix(2);
  if (pdf_date.size() < 8 || !std::all_of(pdf_date.begin(), pdf_date.begin() + 8, is_digit)) return {};
  return std::string(pdf_date.substr(0, 4)) + "-" + std::string(pdf_date.substr(4, 2)) + "-" + std::string(pdf_date.substr(6, 2));
}

void read_metadata(PDFDoc& pdf, Document& document) {
  const Object info = pdf.getDocInfo();
  document.title = info_text(info, "Title");
  document.author = info_text(info, "Author");
  document.creator = info_text(info, "Creator");
  document.producer = info_text(info, "Producer");
  document.created = iso_day(info_text(info, "CreationDate"));
  const Object catalog = pdf.getXRef()->getCatalog();
  document.language = info_text(catalog, "Lang");
}

void report(const PopplerMessages& messages, Diagnostics& diagnostics) {
  for (const std::string& message : messages.kept())
    diagnostics.add({.stage = "read", .code = "pdf_syntax", .severity = Severity::info, .message = message});
  if (messages.count() > messages.kept().size())
    diagnostics.add({.stage = "read", .code = "pdf_syntax", .severity = Severity::info,
                     .message = std::to_string(messages.count() - messages.kept().size()) + " further complaints about the file's syntax"});
}

bool any_tagged_text(const Document& document) {
  return std::any_of(document.pages.begin(), document.pages.end(), [](const Page& page) {
    return std::any_of(page.runs.begin(), page.runs.end(), [](const GlyphRun& run) { return run.tag >= 0; });
  });
}

void record_pages(PDFDoc& pdf, const Limits& limits, Document& document, Diagnostics& diagnostics) {
  const MarkedContentIndex marked_content = read_structure_tree(pdf, limits, document, diagnostics);
  StyleTable styles(document.styles);
  GlyphText glyph_text;
  const RecordingContext context{marked_content, limits, styles, glyph_text};
  const int pages = std::min(document.page_count, limits.pages);
  if (pages < document.page_count)
    diagnostics.add({.stage = "read", .code = "limit_reached", .message = "only the first " + std::to_string(pages) + " pages were read"});
  for (int number = 1; number <= pages; ++number)
    document.pages.push_back(record_page(pdf, number, context, diagnostics));
  if (any_tagged_text(document)) document.text_source = TextSource::tagged;
}

}  // namespace

Document record_pdf(const Source& source, const Limits& limits, Diagnostics& diagnostics) {
  Document document;
  document.media_type = "application/pdf";
  const PopplerMessages messages;
  const OpenedPdf opened = open_pdf(source.bytes);
  if (opened.document) {
    PDFDoc& pdf = *opened.document;
    document.page_count = std::max(0, pdf.getNumPages());
    read_metadata(pdf, document);
    record_pages(pdf, limits, document, diagnostics);
    if (document.page_count == 0) document.failure = "the PDF is damaged: no page could be found in it";
  } else {
    document.failure = opened.failure;
  }
  report(messages, diagnostics);
  return document;
}

}  // namespace muster
