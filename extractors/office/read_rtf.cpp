#include "extractors/office/read_rtf.h"

#include "extractors/office/rtf_text.h"
#include "extractors/read/clean_text.h"

namespace muster {
namespace {

void write_margin(const std::vector<RichPiece>& pieces, const char* type, const char* region, TagWriter& writer) {
  if (pieces.empty()) return;
  writer.open(type, {{"office-region", region}});
  write_rich_pieces(pieces, writer);
  writer.close();
}

}  // namespace

Document read_rtf(const Source& source, const Limits& limits, Diagnostics& diagnostics) {
  Document document;
  const RtfText text = rtf_text(source.bytes);
  if (text.too_deep) diagnostics.add({.stage = "read", .code = "limit_reached", .message = "groups are nested deeper than can be read; the rest is left out"});
  document.title = clean_text(text.title);
  document.author = clean_text(text.author);
  TagWriter writer(document.tags, limits, diagnostics);
  writer.open("body");
  write_margin(text.headers, "header", "running_header", writer);
  write_rich_pieces(text.body, writer);
  for (const std::vector<RichPiece>& note : text.notes) {
    writer.open("section", {{"class", "footnotes"}});
    write_rich_pieces(note, writer);
    writer.close();
  }
  write_margin(text.footers, "footer", "running_footer", writer);
  writer.close();
  drop_blank(document);
  return document;
}

}  // namespace muster
