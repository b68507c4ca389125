#include "extractors/tables/framed_areas.h"

#include <doctest/doctest.h>

#include "tests/hand_made_page.h"

using namespace muster;

namespace {

// Lines of the framed areas, their chunks parted by '|', areas by "--".
std::string areas_on(const HandMadePage& page) {
  static const DocumentWords words = DocumentWords::load(MUSTER_SOURCE_DIR "/schemas/vocabulary");
  const Document document = page.document();
  std::string text;
  for (const PageView& view : page_views(document.pages[0], document.styles))
    for (const Area& area : find_framed_areas(view, std::vector<bool>(view.words.size(), true), words)) {
      text += "--" + std::to_string(area.header_lines) + "\n";
      for (const TextRow& row : area.rows) {
        for (size_t c = 0; c < row.chunks.size(); ++c) text += (c ? "|" : "") + text_of(view.words, row.chunks[c].words);
        text += "\n";
      }
    }
  return text;
}

HandMadePage& headed(HandMadePage& page, float y) { return page.text(100, y, "Area").right(300, y, "Posts").right(400, y, "Share"); }

HandMadePage& rows(HandMadePage& page, float y) {
  return page.text(100, y, "North").right(300, y, "12").right(400, y, "3.5").text(100, y + 14, "South").right(300, y + 14, "8").right(400, y + 14, "4.0");
}

HandMadePage& rules(HandMadePage& page, std::vector<float> ys) {
  for (const float y : ys) page.across(y, 98, 402);
  return page;
}

const char* const table = "Area|Posts|Share\nNorth|12|3.5\nSouth|8|4.0\n";

}  // namespace

TEST_CASE("rules over the header, under it and at the end bound a table") {
  HandMadePage page;
  rows(headed(rules(page, {88, 104, 140}), 100), 116);
  CHECK(areas_on(page) == std::string("--1\n") + table);
}

TEST_CASE("headings above the first rule belong to the table, a title and a caption do not") {
  HandMadePage page;
  page.text(100, 76, "Table 3. Posts by area");
  rows(headed(rules(page, {104, 121, 140}), 100), 116);
  CHECK(areas_on(page) == std::string("--1\n") + table);

  HandMadePage titled;
  titled.text(100, 84, "Posts of the areas");
  rows(headed(rules(titled, {72, 88, 104, 140}), 100), 116);
  CHECK(areas_on(titled) == std::string("--1\n") + table);
}

TEST_CASE("running text ends a table without a rule at its end; a caption and headings start another") {
  HandMadePage page;
  rows(headed(rules(page, {88, 104, 300}), 100), 116);
  page.text(100, 150, "The committee asked for a note of what the work would cost");
  CHECK(areas_on(page) == std::string("--1\n") + table);

  HandMadePage two;
  rows(headed(rules(two, {88, 104, 140, 158, 174, 210}), 100), 116);
  two.text(100, 154, "Posts a year later");
  rows(headed(two, 170), 186);
  CHECK(areas_on(two) == std::string("--1\n") + table + "--1\n" + table);
}

TEST_CASE("lines of a chart's scale, and rules that leave out the first column, bound no table") {
  HandMadePage chart;
  rows(headed(rules(chart, {88, 104, 140}), 100), 116);
  for (const float x : {150.f, 220.f, 320.f}) chart.shade({x, 90, x + 20, 138});
  CHECK(areas_on(chart).empty());

  HandMadePage partial;
  for (const float y : {88.f, 104.f, 140.f}) partial.across(y, 200, 402);
  rows(headed(partial, 100), 116);
  CHECK(areas_on(partial).empty());
}
