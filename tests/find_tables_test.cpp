#include "extractors/tables/find_tables.h"

#include <doctest/doctest.h>

#include "dataset/tables_json.h"
#include "tests/hand_made_page.h"
#include "tools/tables_text.h"

using namespace muster;

namespace {

constexpr uint16_t bold = 1, small = 2;

std::vector<Table> tables_on(const HandMadePage& page) {
  static const DocumentWords words = DocumentWords::load(MUSTER_SOURCE_DIR "/schemas/vocabulary");
  Diagnostics diagnostics;
  return find_tables(page.document(), words, diagnostics);
}

// Rows of the grid, cells parted by '|'; a spanning cell stands in its first place.
std::string grid(const Table& table) {
  std::string text;
  for (int r = 0; r < table.rows; ++r) {
    for (int c = 0; c < table.cols; ++c) {
      const Cell* cell = cell_at(table, r, c);
      text += c ? "|" : r ? "\n" : "";
      if (cell && cell->row == r && cell->col == c) text += text_with_marks(*cell);
    }
  }
  return text;
}

// Three body rows with numbers set to the right under 300 and 400.
HandMadePage& body(HandMadePage& page, float y) {
  return page.text(100, y, "North").right(300, y, "12").right(400, y, "3.5")
      .text(100, y + 14, "South").right(300, y + 14, "108").right(400, y + 14, "40.0")
      .text(100, y + 28, "East").right(300, y + 28, "7").right(400, y + 28, "-");
}

HandMadePage& borders(HandMadePage& page, std::vector<float> xs, std::vector<float> ys) {
  for (const float x : xs) page.down(x, ys.front(), ys.back());
  for (const float y : ys) page.across(y, xs.front(), xs.back());
  return page;
}

}  // namespace

TEST_CASE("a table without borders: columns from gaps, header from what stands above the values") {
  HandMadePage page;
  page.text(100, 100, "Area").right(300, 100, "Posts").right(400, 100, "Share");
  const auto tables = tables_on(body(page, 116));
  REQUIRE(tables.size() == 1);
  CHECK(tables[0].method == TableMethod::aligned);
  CHECK(tables[0].header_rows == 1);
  CHECK(grid(tables[0]) == "Area|Posts|Share\nNorth|12|3.5\nSouth|108|40.0\nEast|7|-");
}

TEST_CASE("borders around the body alone: rows are told by the baselines that their values share") {
  HandMadePage page;
  borders(page, {90, 220, 320, 420}, {88, 104, 160});
  page.text(100, 100, "Area").right(300, 100, "Posts").right(400, 100, "Share");
  const auto tables = tables_on(body(page, 116));
  REQUIRE(tables.size() == 1);
  CHECK(tables[0].method == TableMethod::ruled);
  CHECK(tables[0].rows == 4);
}

TEST_CASE("columns drawn in the header alone are carried through the body") {
  HandMadePage page;
  for (const float y : {88.f, 104.f, 120.f, 134.f, 148.f}) page.across(y, 90, 420);
  for (const float x : {90.f, 220.f, 320.f, 420.f}) page.down(x, 88, 104);
  page.down(90, 104, 148).down(420, 104, 148);
  page.text(100, 100, "Area").right(300, 100, "Posts").right(400, 100, "Share");
  const auto tables = tables_on(body(page, 116));
  REQUIRE(tables.size() == 1);
  CHECK(grid(tables[0]) == "Area|Posts|Share\nNorth|12|3.5\nSouth|108|40.0\nEast|7|-");
}

TEST_CASE("a heading over two columns spans them, with or without a rule under it") {
  for (const bool rule : {false, true}) {
    HandMadePage page;
    page.centered(340, 84, "In post, by the end").right(300, 100, "Posts").right(400, 100, "Share");
    if (rule) page.across(87, 270, 402);
    const auto tables = tables_on(body(page, 116));
    REQUIRE(tables.size() == 1);
    const Cell* heading = cell_at(tables[0], 0, 1);
    REQUIRE(heading);
    CHECK(heading->text == "In post, by the end");
    CHECK(heading->colspan == 2);
  }
}

TEST_CASE("a date in a centred heading stays whole where its first word lies nearest to the column before") {
  HandMadePage page;
  page.text(100, 100, "Area").centered(264, 88, "Rate,").centered(264, 100, "in 2021").centered(379, 88, "Share,").centered(379, 100, "1 December 2021");
  const auto tables = tables_on(body(page, 116));
  REQUIRE(tables.size() == 1);
  REQUIRE(cell_at(tables[0], 0, 2));
  CHECK(cell_at(tables[0], 0, 2)->text == "Share, 1 December 2021");
}

TEST_CASE("headings set to the left over figures set to the right stand clear of their figures") {
  HandMadePage page;
  page.text(100, 88, "As at").text(200, 88, "Posts").text(310, 88, "Cover by").text(310, 100, "an agency");
  const auto tables = tables_on(body(page, 116));
  REQUIRE(tables.size() == 1);
  CHECK(grid(tables[0]) == "As at|Posts|Cover by an agency\nNorth|12|3.5\nSouth|108|40.0\nEast|7|-");
}

TEST_CASE("a wrapped label is one row, the name of a section its own") {
  HandMadePage page;
  page.text(100, 100, "Area").right(300, 100, "Posts").right(400, 100, "Share");
  body(page, 116);
  page.text(100, 158, "All the other teams of").text(100, 169, "the county").right(300, 169, "9").right(400, 169, "1.0");
  page.text(100, 186, "Agency:", bold).text(100, 200, "West").right(300, 200, "2").right(400, 200, "8.5");
  const auto tables = tables_on(page);
  REQUIRE(tables.size() == 1);
  CHECK(grid(tables[0]) == "Area|Posts|Share\nNorth|12|3.5\nSouth|108|40.0\nEast|7|-\nAll the other teams of the county|9|1.0\nAgency:||\nWest|2|8.5");
}

TEST_CASE("a footnote mark is taken off the number, the title and the notes are bound to the table") {
  HandMadePage page;
  page.text(100, 80, "Table 4. Posts by area", bold);
  page.text(100, 100, "Area").right(300, 100, "Posts").right(400, 100, "Share");
  body(page, 116).text(300, 112, "1", small);
  page.text(100, 160, "1", small).text(104, 163, "Counted in March", small);
  const auto tables = tables_on(page);
  REQUIRE(tables.size() == 1);
  CHECK(tables[0].title == "Table 4. Posts by area");
  const Cell* cell = cell_at(tables[0], 1, 1);
  REQUIRE(cell);
  CHECK(cell->text == "12");
  CHECK(cell->marks == "1");
  CHECK(text_with_marks(*cell) == "12\u00B9");
  CHECK(tables[0].rows == 4);
  CHECK(tables[0].notes.size() == 1);
}

TEST_CASE("dots that lead to a number are no text; a contents page is no table") {
  HandMadePage page;
  page.text(100, 100, "North .................").right(300, 100, "12").right(400, 100, "3.5");
  page.text(100, 114, "South and the rest......").right(300, 114, "108").right(400, 114, "40.0");
  page.text(100, 128, "East ..................").right(300, 128, "7").right(400, 128, "1.5");
  const auto tables = tables_on(page);
  REQUIRE(tables.size() == 1);
  CHECK(grid(tables[0]) == "North|12|3.5\nSouth and the rest|108|40.0\nEast|7|1.5");

  HandMadePage contents;
  contents.text(100, 100, "1. Summary").text(160, 100, "....................").right(400, 100, "1");
  contents.text(100, 114, "2. Report").text(160, 114, "....................").right(400, 114, "2");
  contents.text(100, 128, "3. Advice").text(160, 128, "....................").right(400, 128, "2");
  CHECK(tables_on(contents).empty());
}

TEST_CASE("prose, lists, forms and scales of charts are no tables") {
  HandMadePage prose;
  for (int i = 0; i < 8; ++i) {
    prose.text(60, 100 + 12.f * float(i), "the committee heard that the work was going on and");
    prose.text(330, 100 + 12.f * float(i), "asked for a note of the costs within four weeks of");
  }
  CHECK(tables_on(prose).empty());

  HandMadePage list;
  for (int i = 0; i < 5; ++i) list.text(60, 100 + 14.f * float(i), "1." + std::to_string(i)).text(100, 100 + 14.f * float(i), "That the report be noted");
  CHECK(tables_on(list).empty());

  HandMadePage form;
  for (const char* label : {"Date:", "Author:", "Phone:", "Ward:"}) form.text(60, 100 + 14.f * float(label[0] - 'A'), label).text(200, 100 + 14.f * float(label[0] - 'A'), "12345");
  CHECK(tables_on(form).empty());

  HandMadePage chart;
  for (int i = 0; i < 6; ++i) chart.right(100, 100 + 20.f * float(i), std::to_string(50 - 10 * i)).right(400, 100 + 20.f * float(i), std::to_string(50 - 10 * i));
  CHECK(tables_on(chart).empty());
}

TEST_CASE("two tables side by side are two where each has its rules or its own stub") {
  HandMadePage page;
  for (const float x : {60.f, 330.f})
    for (int i = 0; i < 4; ++i) {
      const float y = 100 + 14.f * float(i);
      page.text(x, y, std::to_string(2019 + i)).right(x + 120, y, std::to_string(31 + 7 * i * i)).right(x + 180, y, std::to_string(5 + i * 13 % 7));
    }
  CHECK(tables_on(page).size() == 2);
}

TEST_CASE("a table over two pages is one, its header printed again left out") {
  HandMadePage first, second;
  borders(first, {90, 220, 320, 420}, {688, 704, 720, 734, 748});
  first.text(100, 700, "Area").right(300, 700, "Posts").right(400, 700, "Share");
  body(first, 716);
  borders(second, {90, 220, 320, 420}, {88, 104, 120, 134, 148});
  second.text(100, 100, "Area").right(300, 100, "Posts").right(400, 100, "Share");
  body(second, 116);
  Document document = first.document();
  document.pages.push_back(second.page());
  document.pages[1].number = 2;
  Diagnostics diagnostics;
  const auto tables = find_tables(document, DocumentWords{}, diagnostics);
  REQUIRE(tables.size() == 1);
  CHECK(tables[0].rows == 7);
  CHECK(tables[0].parts.size() == 2);
  CHECK(cell_at(tables[0], 6, 0)->place.page == 2);
}

TEST_CASE("a sideways table is read along its own lines, its boxes stay those of the page") {
  HandMadePage page;
  page.text(100, 100, "Area").right(300, 100, "Posts").right(400, 100, "Share");
  body(page, 116);
  Document document = page.document();
  Page& turned = document.pages[0];
  const auto turn = [](Box b) { return Box{b.y0, 800 - b.x1, b.y1, 800 - b.x0}; };
  for (Glyph& g : turned.glyphs) g.box = turn(g.box);
  for (GlyphRun& run : turned.runs) run.box = turn(run.box), run.rotation = 270;
  Diagnostics diagnostics;
  const auto tables = find_tables(document, DocumentWords{}, diagnostics);
  REQUIRE(tables.size() == 1);
  CHECK(grid(tables[0]) == "Area|Posts|Share\nNorth|12|3.5\nSouth|108|40.0\nEast|7|-");
  CHECK(tables[0].place.box.height() > tables[0].place.box.width());
}

TEST_CASE("a section in the middle of the table is one cell over all columns") {
  HandMadePage page;
  page.text(100, 100, "Area").right(300, 100, "Posts").right(400, 100, "Share");
  body(page, 116).centered(250, 158, "All the others");
  body(page, 172);
  const auto tables = tables_on(page);
  REQUIRE(tables.size() == 1);
  const Cell* section = cell_at(tables[0], 4, 0);
  REQUIRE(section);
  CHECK(section->text == "All the others");
  CHECK(section->colspan == 3);
}

TEST_CASE("a year alone is the name of a section, not the end of the label above") {
  HandMadePage page;
  page.text(100, 100, "Month").right(300, 100, "Posts").right(400, 100, "Share");
  body(page, 116).text(100, 158, "2021");
  body(page, 172);
  const auto tables = tables_on(page);
  REQUIRE(tables.size() == 1);
  CHECK(cell_at(tables[0], 4, 0)->text == "2021");
  CHECK(tables[0].rows == 8);
}

TEST_CASE("years in brackets go on with a heading, a units line in brackets is none") {
  HandMadePage page;
  page.centered(340, 76, "(In thousands)").text(100, 100, "Area").right(300, 88, "Start").right(300, 100, "(2010)").right(400, 88, "End").right(400, 100, "(2016)");
  const auto tables = tables_on(body(page, 116));
  REQUIRE(tables.size() == 1);
  CHECK(grid(tables[0]) == "Area|Start (2010)|End (2016)\nNorth|12|3.5\nSouth|108|40.0\nEast|7|-");
}

TEST_CASE("currency signs in a column of their own belong to the figures") {
  HandMadePage page;
  page.text(100, 100, "Item").right(300, 100, "Cost").right(400, 100, "Paid");
  page.text(100, 116, "Rent").text(252, 116, "$").right(300, 116, "120").text(352, 116, "$").right(400, 116, "90");
  page.text(100, 130, "Printing of forms").right(300, 130, "12").right(400, 130, "9");
  page.text(100, 144, "Post").right(300, 144, "7").right(400, 144, "5");
  page.text(100, 158, "All").text(252, 158, "$").right(300, 158, "139").text(352, 158, "$").right(400, 158, "104");
  const auto tables = tables_on(page);
  REQUIRE(tables.size() == 1);
  CHECK(tables[0].cols == 3);
  CHECK(cell_at(tables[0], 1, 1)->text == "$ 120");
}

TEST_CASE("a heading in the middle of three columns spans them where it could have stood on the line of the one below") {
  HandMadePage page;
  page.centered(350, 84, "In post").text(100, 98, "Area").centered(250, 98, "Men").centered(350, 98, "Women").centered(450, 98, "All");
  for (int i = 0; i < 4; ++i) {
    const float y = 114 + 14.f * float(i);
    page.text(100, y, "Area " + std::to_string(i)).centered(250, y, "12").centered(350, y, "15").centered(450, y, "27");
  }
  const auto tables = tables_on(page);
  REQUIRE(tables.size() == 1);
  const Cell* heading = cell_at(tables[0], 0, 2);
  REQUIRE(heading);
  CHECK(heading->text == "In post");
  CHECK(heading->colspan == 3);
}

TEST_CASE("texts in columns under bold headings are a table, without headings they are not") {
  for (const bool headings : {true, false}) {
    HandMadePage page;
    if (headings) page.text(100, 100, "Ward", bold).text(250, 100, "Place", bold).text(400, 100, "Lead", bold);
    for (int i = 0; i < 5; ++i) {
      const float y = 116 + 14.f * float(i);
      page.text(100, y, "Ward " + std::string(1, char('A' + i))).text(250, y, "Town hall").text(400, y, "Mx Reed");
    }
    CHECK(tables_on(page).size() == size_t(headings));
  }
}

TEST_CASE("a rest of a dot leader is no figure") {
  HandMadePage page;
  page.text(100, 100, "North ..........").right(300, 100, "12").right(400, 100, "3.5");
  page.text(100, 114, "South and all .").right(175, 114, ".").right(300, 114, "108").right(400, 114, "40.0");
  page.text(100, 128, "East ...........").right(300, 128, "7").right(400, 128, "1.5");
  const auto tables = tables_on(page);
  REQUIRE(tables.size() == 1);
  CHECK(tables[0].cols == 3);
}

TEST_CASE("a place that is refused says why") {
  HandMadePage form;
  for (int i = 0; i < 5; ++i) form.text(60, 100 + 14.f * float(i), "Item " + std::string(1, char('A' + i)) + ":").text(200, 100 + 14.f * float(i), "12345");
  Diagnostics diagnostics;
  CHECK(find_tables(form.document(), DocumentWords{}, diagnostics).empty());
  REQUIRE(diagnostics.list().size() == 1);
  CHECK(diagnostics.list()[0].code == "table_refused");
  CHECK(diagnostics.list()[0].message.find("a form") != std::string::npos);
}

TEST_CASE("formats: spans in HTML, first places in CSV, one header row in Markdown") {
  Table table{.rows = 2, .cols = 2, .header_rows = 1};
  table.cells = {{.row = 0, .col = 0, .colspan = 2, .kind = CellKind::column_header, .text = "A & B"}, {.row = 1, .col = 0, .text = "x|y"}, {.row = 1, .col = 1, .text = "1", .marks = "2"}};
  CHECK(tables_csv({table}) == "A & B,\nx|y,1\u00B2\n");
  CHECK(tables_html({table}).find("<th colspan=\"2\">A &amp; B</th>") != std::string::npos);
  CHECK(tables_markdown({table}) == "| A & B |  |\n| --- | --- |\n| x\\|y | 1\u00B2 |\n");
  CHECK(tables_json({table}).starts_with("{\"tables\":[\n{\"table_id\":"));
}
