#include "extractors/tables/doubtful_cells.h"

#include <doctest/doctest.h>

using namespace muster;

TEST_CASE("mark_doubtful_cells: no figure is read from a cell that is hardly legible") {
  struct Case { const char* text; float certainty; bool damaged; };
  const Case cases[] = {{"193", 0.2f, true}, {"19.3", 0.5f, false}, {"19.3", 1, false}, {"Total", 0.2f, false}};
  for (const Case& c : cases) {
    Document document;
    Page& page = document.pages.emplace_back();
    page.number = 1;
    page.text = c.text;
    for (uint8_t i = 0; i < page.text.size(); ++i) page.glyphs.push_back({{10, 10, 40, 20}, i, 1});
    page.runs.push_back({.glyph_count = static_cast<uint32_t>(page.glyphs.size()), .box = {10, 10, 40, 20}, .certainty = c.certainty});
    std::vector<Table> tables(1);
    tables[0].cells = {{.text = c.text, .place = {.page = 1, .box = {5, 5, 50, 25}}}, {.text = "7.0", .place = {.page = 1, .box = {50, 5, 90, 25}}}};
    Diagnostics diagnostics;
    mark_doubtful_cells(document, tables, diagnostics);
    CHECK_MESSAGE(tables[0].cells[0].damaged == c.damaged, c.text);
    CHECK_FALSE(tables[0].cells[1].damaged);
    CHECK(diagnostics.list().size() == (c.damaged ? 1 : 0));
  }
}
