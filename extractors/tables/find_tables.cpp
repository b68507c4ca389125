#include "extractors/tables/find_tables.h"

#include "extractors/tables/page_view.h"
#include "extractors/tables/ruled.h"

namespace muster {

std::vector<Table> find_tables(const Document& document, const DocumentWords&, Diagnostics&) {
  std::vector<Table> tables;
  for (const Page& page : document.pages)
    for (const PageView& view : page_views(page, document.styles))
      for (const Grid& grid : find_grids(view.edges))
        if (const auto reading = read_ruled(view, grid)) tables.push_back(table_of(view, *reading));
  for (size_t i = 0; i < tables.size(); ++i) tables[i].table_id = "t" + std::to_string(i + 1);
  return tables;
}

}  // namespace muster
