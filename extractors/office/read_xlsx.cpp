#include "extractors/office/read_xlsx.h"

#include <algorithm>

#include "extractors/office/office_package.h"
#include "extractors/office/sheet_tags.h"
#include "extractors/office/xlsx_sheet.h"
#include "extractors/office/xlsx_workbook.h"
#include "schemas/text.h"

namespace muster {

Document read_xlsx(const Source& source, const Limits& limits, Diagnostics& diagnostics) {
  Document document;
  OfficePackage package(source.bytes, limits, diagnostics);
  document.failure = package.failure();
  if (!document.failure.empty()) return document;
  const Workbook book = read_workbook(package);
  if (book.sheets.empty()) {
    document.failure = "the workbook has no sheets that can be read: open it in a spreadsheet program and save it as XLSX";
    return document;
  }
  package.take_metadata(document);
  TagWriter writer(document.tags, limits, diagnostics);
  writer.open("body");
  for (const SheetEntry& entry : book.sheets) {
    if (writer.full()) break;
    std::string fault;
    Sheet sheet = read_sheet(package.part(entry.part), book, limits.tags / 2, fault);
    sheet.name = entry.name;
    sheet.hidden = entry.hidden;
    if (!fault.empty()) package.report("damaged_part", entry.name, "the sheet is read up to a fault: " + fault);
    write_sheet(sheet, limits, writer, diagnostics);
  }
  writer.close();
  drop_blank(document);
  return document;
}

}  // namespace muster
