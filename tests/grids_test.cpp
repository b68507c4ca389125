#include "extractors/tables/grids.h"

#include <doctest/doctest.h>

using namespace muster;

namespace {

Edge across(float y, float x0, float x1) { return {true, y, x0, x1}; }
Edge down(float x, float y0, float y1) { return {false, x, y0, y1}; }

}  // namespace

TEST_CASE("joined_edges: double rules and rules drawn cell by cell are one edge; rules under two headings stay two") {
  CHECK(joined_edges({across(10, 0, 50), across(10.4f, 50.5f, 100)}).size() == 1);
  CHECK(joined_edges({across(10, 0, 100), across(12, 0, 100)}).size() == 1);
  CHECK(joined_edges({across(10, 0, 50), across(10, 54, 100)}).size() == 2);
  CHECK(joined_edges({across(10, 0, 50), across(18, 0, 50)}).size() == 2);
}

TEST_CASE("find_edges: a white ruling is seen on a dark band only") {
  const Ruling white{{0, 9, 100, 10}, true, 0xFFFFFF};
  CHECK(find_edges({white}, {}).empty());
  CHECK(find_edges({white}, {{{0, 0, 100, 20}, 0x224466}}).size() == 1);
}

TEST_CASE("grid_of: missing borders make cells that span") {
  struct Case { const char* name; std::vector<Edge> edges; std::vector<GridCell> cells; };
  const std::vector<Edge> frame{across(0, 0, 90), across(20, 0, 90), across(40, 0, 90), down(0, 0, 40), down(90, 0, 40)};
  const auto with = [&](std::vector<Edge> more) {
    more.insert(more.end(), frame.begin(), frame.end());
    return joined_edges(more);
  };
  const Case cases[] = {
      {"all borders", with({down(45, 0, 40)}), {{0, 0}, {0, 1}, {1, 0}, {1, 1}}},
      {"heading over two columns", with({down(45, 20, 40)}), {{0, 0, 1, 2}, {1, 0}, {1, 1}}},
      {"label beside two rows", joined_edges({across(0, 0, 90), across(20, 45, 90), across(40, 0, 90), down(0, 0, 40), down(45, 0, 40), down(90, 0, 40)}),
       {{0, 0, 2, 1}, {0, 1}, {1, 1}}},
      {"open at both sides", joined_edges({across(0, 0, 90), across(20, 0, 90), across(40, 0, 90), down(45, 0, 40)}),
       {{0, 0}, {0, 1}, {1, 0}, {1, 1}}},
  };
  for (const Case& c : cases) CHECK_MESSAGE(grid_of(c.edges).cells == c.cells, c.name);
}

TEST_CASE("find_grids: tables that do not touch are apart, and a lone rule is none") {
  const auto box = [](float x, float y) {
    return std::vector<Edge>{across(y, x, x + 40), across(y + 20, x, x + 40), down(x, y, y + 20), down(x + 40, y, y + 20)};
  };
  std::vector<Edge> edges = box(0, 0);
  for (const Edge& e : box(60, 0)) edges.push_back(e);
  edges.push_back(across(100, 0, 200));
  CHECK(find_grids(joined_edges(edges)).size() == 2);
}
