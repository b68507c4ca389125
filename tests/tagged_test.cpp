#include "extractors/tables/tagged.h"

#include <doctest/doctest.h>

#include "tests/hand_made_page.h"

using namespace muster;

namespace {

// A table of three rows; the second heading spans two columns. Tags: 0 Table, then rows and cells.
const std::vector<Tag> tree = {{"Table", -1}, {"TR", 0}, {"TH", 1}, {"TH", 1, {{"ColSpan", "2"}}}, {"TR", 0}, {"TD", 4}, {"TD", 4},
                               {"TD", 4},     {"TR", 0}, {"TD", 8}, {"P", 9},                     {"TD", 8}, {"TD", 8}};

HandMadePage page_of(float second_column) {
  HandMadePage page;
  page.text(100, 100, "Team").tagged(2).text(200, 100, "Posts").tagged(3);
  page.text(100, 114, "North").tagged(5).text(200, 114, "12").tagged(6).text(second_column, 114, "3.5").tagged(7);
  page.text(100, 128, "South").tagged(10).text(200, 128, "8").tagged(11).text(second_column, 128, "4.0").tagged(12);
  return page;
}

std::vector<Reading> readings_on(const HandMadePage& page, const std::vector<Tag>& tags) {
  const Document document = page.document();
  return read_tagged(page_views(document.pages[0], document.styles)[0], TaggedTables(tags));
}

}  // namespace

TEST_CASE("cells, spans and headers come from the structure tree") {
  const auto readings = readings_on(page_of(300), tree);
  REQUIRE(readings.size() == 1);
  const Reading& reading = readings[0];
  CHECK(reading.method == TableMethod::tagged);
  CHECK(reading.rows == 3);
  CHECK(reading.cols == 3);
  CHECK(reading.header_rows == 1);
  CHECK(reading.cells[1].colspan == 2);
  CHECK(text_of(reading, reading.cells[5]) == "South");
  CHECK(reading.score > 0.95);
}

TEST_CASE("trees that lie score less or are no tables") {
  SUBCASE("columns in another order than on the page") {
    const auto readings = readings_on(page_of(150), tree);
    CHECK((readings.empty() || readings[0].score < 0.85));
  }
  SUBCASE("words in the table's place that are not in the tree") {
    HandMadePage page = page_of(300);
    for (const float x : {230.f, 250.f, 270.f}) page.text(x, 114, "99").text(x, 128, "98");
    const auto readings = readings_on(page, tree);
    CHECK((readings.empty() || readings[0].score < 0.85));
  }
  SUBCASE("one cell holds the page") {
    HandMadePage page;
    for (int i = 0; i < 8; ++i) page.text(100, 100 + 14.f * float(i), "the work of the panel went on all year").tagged(2);
    CHECK(readings_on(page, tree).empty());
  }
}

TEST_CASE("a row span takes its place in the rows below, a wide span stops before it") {
  const std::vector<Tag> tags = {{"Table", -1}, {"TR", 0}, {"TD", 1}, {"TD", 1, {{"RowSpan", "2"}}}, {"TR", 0}, {"TD", 4, {{"ColSpan", "3"}}}, {"TD", 4}};
  const TaggedTables tagged(tags);
  REQUIRE(tagged.tables().size() == 1);
  const auto& cells = tagged.tables()[0].cells;
  REQUIRE(cells.size() == 4);
  CHECK(cells[2].colspan == 1);
  CHECK(cells[3].col == 2);
  CHECK(tagged.cell_of(6) == 3);
  CHECK(tagged.table_of(1) == -1);
}
