#include <doctest/doctest.h>

#include "extractors/tables/flat_rows.h"

using namespace muster;

TEST_CASE("mark_damaged_cells: what breaks off or stands there twice") {
  struct Case { const char* text; const char* code; };
  const Case cases[] = {
      {"£37,107 - £39", "cell_cut_short"}, {"£31,371 -", "cell_cut_short"}, {"£10,89", "cell_cut_short"}, {"31,", "cell_cut_short"},
      {",", "cell_cut_short"},             {", a", "cell_cut_short"},       {"Safeguarding\nSaleguarding", "cell_overlaid"},
      {"£26,999 - £31,371", ""},           {"£1,633-£1,963", ""},           {"£900 - £1,200", ""},     {"£10,892", ""},
      {"-", ""},                           {"12.5", ""},                    {"£20k-£25k", ""},         {"2019\n2020", ""},
      {"Head of Service", ""},             {"1,234,567", ""},               {"4 (3)", ""},             {"April\nAugust", ""},
  };
  for (const Case& c : cases) {
    FlatGrid grid;
    FlatRow& row = grid.rows.emplace_back();
    row.cells.resize(2);
    row.cells[1].text = c.text;
    Diagnostics diagnostics;
    mark_damaged_cells(grid, diagnostics);
    CHECK_MESSAGE((diagnostics.list().empty() ? "" : diagnostics.list()[0].code) == c.code, c.text);
    CHECK_MESSAGE(grid.rows[0].cells[1].damaged == (c.code[0] != '\0'), c.text);
  }
}
