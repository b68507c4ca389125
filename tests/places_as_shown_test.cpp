#include "extractors/layout/places_as_shown.h"

#include <doctest/doctest.h>

using namespace muster;

TEST_CASE("box_as_shown: where a box of the upright page stands on the page as it lies") {
  // A word at the upper left of an upright page of 200 by 300: 10 from the left, 20 from the top, 30 wide, 5 high.
  const Box word{10, 20, 40, 25};
  struct Case { int degrees; Box shown; };
  const Case cases[] = {
      {0, {10, 20, 40, 25}},
      {90, {20, 160, 25, 190}},     // the page lay with its top to the left: what is upper left stands at the lower left
      {180, {160, 275, 190, 280}},  // upside down: at the lower right
      {270, {275, 10, 280, 40}},    // its top to the right: at the upper right
  };
  for (const Case& c : cases) {
    const Box box = box_as_shown(word, c.degrees, 200, 300);
    CHECK_MESSAGE((box.x0 == c.shown.x0 && box.y0 == c.shown.y0 && box.x1 == c.shown.x1 && box.y1 == c.shown.y1), c.degrees);
  }
}

TEST_CASE("show_places: blocks, lines and cells of turned pages alone") {
  Document document;
  document.pages.push_back({.number = 1, .width = 200, .height = 300});
  document.pages.push_back({.number = 2, .width = 200, .height = 300, .skew_deg = -90.4f});
  Blocks blocks;
  const Locator upright{1, {10, 20, 40, 25}}, turned{2, {10, 20, 40, 25}};
  blocks.blocks.push_back({.lines = {{.place = upright}, {.place = turned}}, .place = upright});
  Table table;
  table.place = turned;
  table.cells.push_back({.place = turned});
  blocks.tables.push_back(table);
  show_places(document, blocks);
  CHECK(blocks.blocks[0].place.box.x0 == 10);
  CHECK(blocks.blocks[0].lines[0].place.box.y0 == 20);
  CHECK(blocks.blocks[0].lines[1].place.box.y0 == 160);
  CHECK(blocks.tables[0].place.box.x1 == 25);
  CHECK(blocks.tables[0].cells[0].place.box.y1 == 190);
}
