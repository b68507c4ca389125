#include "extractors/office/read_xls.h"

#include "extractors/office/sheet_tags.h"
#include "extractors/office/xls_workbook.h"
#include "extractors/read/compound_file.h"

namespace muster {

Document read_xls(const Source& source, const Limits& limits, Diagnostics& diagnostics) {
  Document document;
  const CompoundFile file(source.bytes);
  document.failure = file.failure();
  if (!document.failure.empty()) return document;
  const auto stream = file.read(file.has("Workbook") ? "Workbook" : "Book", limits.expanded_bytes);
  const XlsBook book = read_xls_book(stream.value_or(""), limits.tags / 2);
  if (book.encrypted) document.failure = "the workbook is protected by a password: open it with the password and save it without one";
  else if (book.sheets.empty()) document.failure = "the workbook has no sheets that can be read: open it in a spreadsheet program and save it as XLSX";
  if (!document.failure.empty()) return document;
  TagWriter writer(document.tags, limits, diagnostics);
  writer.open("body");
  for (const Sheet& sheet : book.sheets) write_sheet(sheet, limits, writer, diagnostics);
  writer.close();
  drop_blank(document);
  return document;
}

}  // namespace muster
