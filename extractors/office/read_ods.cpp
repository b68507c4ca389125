#include "extractors/office/read_ods.h"

#include "extractors/office/ods_sheets.h"
#include "extractors/office/opendocument.h"
#include "extractors/office/sheet_tags.h"

namespace muster {

Document read_ods(const Source& source, const Limits& limits, Diagnostics& diagnostics) {
  Document document;
  OpenDocument file(source.bytes, limits, diagnostics);
  document.failure = file.failure();
  if (!document.failure.empty()) return document;
  file.take_metadata(document);
  std::string fault;
  const std::vector<Sheet> sheets = ods_sheets(file.part("content.xml"), limits.tags / 2, fault);
  if (!fault.empty()) file.report("damaged_part", "content.xml", "the part is read up to a fault: " + fault);
  TagWriter writer(document.tags, limits, diagnostics);
  writer.open("body");
  for (const Sheet& sheet : sheets) write_sheet(sheet, limits, writer, diagnostics);
  writer.close();
  drop_blank(document);
  return document;
}

}  // namespace muster
