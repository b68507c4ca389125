#include "extractors/tables/find_tables.h"

#include <algorithm>

#include "extractors/tables/broken_words.h"
#include "extractors/tables/choose_readings.h"
#include "extractors/tables/join_headers.h"
#include "extractors/tables/join_pages.h"
#include "extractors/tables/judge.h"
#include "extractors/tables/table_confidence.h"
#include "extractors/tables/turned_headers.h"
#include "extractors/tables/type_cells.h"

namespace muster {
namespace {

// Running headers and footers stand within this share of the page's height from its edges.
constexpr float furniture_share = 0.085f;

// The words of the page that are neither part of the table nor, at the page's edge, its running header or footer.
bool has_text_between(const PageView& view, const Reading& reading, float y0, float y1) {
  const float margin = furniture_share * view.height;
  return std::any_of(view.words.begin(), view.words.end(), [&](const TableWord& w) {
    const float y = w.box.center_y();
    return y > y0 && y < y1 && y > margin && y < view.height - margin && !reading.whole.contains(w.box.center_x(), y);
  });
}

std::vector<CellLook> looks_of(const Reading& reading) {
  std::vector<CellLook> looks;
  for (const ReadCell& cell : reading.cells) {
    const bool bold = !cell.blank() && std::all_of(cell.words.begin(), cell.words.end(), [&](size_t w) { return reading.words[w].bold; });
    looks.push_back({cell.row < reading.header_rows, cell.kind == CellKind::row_header, bold});
  }
  return looks;
}

void report_unsure_columns(const Table& table, const Reading& reading, Diagnostics& diagnostics) {
  if (smeared_share(reading) == 0) return;
  const auto smeared = std::find_if(reading.cells.begin(), reading.cells.end(), [&](const ReadCell& c) { return is_smeared(reading, c); });
  diagnostics.add({"lay_out", "table_columns_unsure", Severity::info, table.place, text_of(reading, *smeared),
                   "cells of a table hold words with a gap between them as wide as between columns; they may be two cells"});
}

// Tables of a page by view; the same place in two views counts once, for the view in which it reads better.
std::vector<TablePart> tables_of_page(const Page& page, const Document& document, const TaggedTables& tagged, const DocumentWords& words,
                                      std::set<std::string>& printed, Diagnostics& diagnostics) {
  std::vector<TablePart> parts;
  for (const PageView& view : page_views(page, document.styles)) {
    take_words(view, printed);
    for (const Reading& reading : choose_readings(view, tagged, words, diagnostics)) {
      TablePart part{table_of(view, reading), looks_of(reading)};
      add_turned_headers(page, part);
      report_unsure_columns(part.table, reading, diagnostics);
      part.begins_page = !has_text_between(view, reading, 0, reading.box.y0);
      part.ends_page = !has_text_between(view, reading, reading.box.y1, view.height);
      const bool seen = std::any_of(parts.begin(), parts.end(), [&](const TablePart& p) { return !common_part(p.table.place.box, part.table.place.box).empty(); });
      if (!seen) parts.push_back(std::move(part));
    }
  }
  return parts;
}

}  // namespace

std::vector<Table> find_tables(const Document& document, const DocumentWords& words, Diagnostics& diagnostics) {
  const TaggedTables tagged(document.tags);
  std::vector<TablePart> parts;
  std::set<std::string> printed;
  for (const Page& page : document.pages)
    for (TablePart& part : joined_headers(tables_of_page(page, document, tagged, words, printed, diagnostics), words)) parts.push_back(std::move(part));
  std::vector<Table> tables;
  for (TablePart& part : joined_pages(std::move(parts))) {
    type_cells(part.table, part.looks, words);
    mend_broken_words(part.table, printed);
    part.table.confidence = table_confidence(part.table, part.table.confidence);
    part.table.table_id = "t" + std::to_string(tables.size() + 1);
    tables.push_back(std::move(part.table));
  }
  return tables;
}

}  // namespace muster
