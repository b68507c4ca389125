#include "extractors/layout/headings.h"
#include "extractors/layout/lay_out.h"
#include "extractors/layout/page_rows.h"
#include "extractors/layout/paragraphs.h"
#include "extractors/tables/doubtful_cells.h"
#include "extractors/tables/find_tables.h"

namespace muster {

Blocks lay_out_pages(const Document& document, const DocumentWords& words, Diagnostics& diagnostics) {
  Blocks out;
  out.tables = find_tables(document, words, diagnostics);
  mark_doubtful_cells(document, out.tables, diagnostics);
  DocumentRows rows = find_rows(document, out.tables, words, diagnostics);
  out.blocks = blocks_from_rows(rows, document);
  find_headings(out.blocks, document, rows.habits.body_size_pt, words);
  nest_list_items(out.blocks);
  return out;
}

}  // namespace muster
