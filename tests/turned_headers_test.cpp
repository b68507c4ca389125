// Heads that stand on their side or in a frame of their own over a table without any.
#include "extractors/tables/turned_headers.h"

#include <doctest/doctest.h>

#include "extractors/tables/find_tables.h"
#include "tests/hand_made_page.h"

using namespace muster;

namespace {

std::vector<Table> tables_on(const HandMadePage& page) {
  static const DocumentWords words = DocumentWords::load(MUSTER_SOURCE_DIR "/schemas/vocabulary");
  Diagnostics diagnostics;
  return find_tables(page.document(), words, diagnostics);
}

std::string header(const Table& table, int col) {
  const Cell* cell = cell_at(table, 0, col);
  return cell && cell->kind == CellKind::column_header ? cell->text : "";
}

HandMadePage& body(HandMadePage& page, float y) {
  for (const char* name : {"North", "South", "East", "West"}) {
    page.text(100, y, name).right(300, y, "12.0").right(400, y, "3.5");
    y += 14;
  }
  return page;
}

}  // namespace

TEST_CASE("heads on their side are the header of the columns that they stand over") {
  HandMadePage page;
  body(page, 300).text_up(292, 285, "In post (FTE)").text_up(388, 285, "Vacancy").text_up(400, 285, "rate (%)");
  const std::vector<Table> tables = tables_on(page);
  REQUIRE(tables.size() == 1);
  CHECK(tables[0].header_rows == 1);
  CHECK(header(tables[0], 1) == "In post (FTE)");
  CHECK(header(tables[0], 2) == "Vacancy rate (%)");
  CHECK(cell_at(tables[0], 1, 1)->text == "12.0");
}

TEST_CASE("words on their side beside a table, or over one of many columns, are no header") {
  HandMadePage beside;
  body(beside, 300).text_up(60, 340, "Draft");
  REQUIRE(tables_on(beside).size() == 1);
  CHECK(cell_at(tables_on(beside)[0], 0, 1)->text == "12.0");
}

TEST_CASE("a header in a frame of its own belongs to the figures right below it") {
  HandMadePage page;
  for (const float y : {270.0f, 296.0f}) page.across(y, 95, 405);
  for (const float x : {95.0f, 200.0f, 310.0f, 405.0f}) page.down(x, 270, 296);
  body(page.text(100, 286, "Area").text(230, 286, "In post").text(330, 286, "Vacant"), 310);
  const std::vector<Table> tables = tables_on(page);
  REQUIRE(tables.size() == 1);
  CHECK(header(tables[0], 2) == "Vacant");
  CHECK(tables[0].rows == 5);
}
