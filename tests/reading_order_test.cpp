#include "extractors/layout/reading_order.h"

#include <doctest/doctest.h>

#include <string>

using namespace muster;

namespace {

// A line of 10 point text whose baseline is `y`.
FlowItem line(float x0, float x1, float y) { return {{x0, y - 8, x1, y + 2}, y, 10, static_cast<int>((x1 - x0) / 5), false}; }

FlowItem solid(Box box) { return {box, box.y1, 0, 0, true}; }

// "0,1/2" : rows by '/', items of a row by ','.
std::string shown(const std::vector<FlowRow>& rows) {
  std::string out;
  for (const FlowRow& row : rows) {
    if (!out.empty()) out += '/';
    for (size_t i = 0; i < row.items.size(); ++i) out += (i ? "," : "") + std::to_string(row.items[i]);
  }
  return out;
}

}  // namespace

TEST_CASE("reading_order: rows, columns, what stands side by side") {
  struct Case {
    const char* story;
    std::vector<FlowItem> items;
    const char* order;
  };
  const Case cases[] = {
      {"nothing", {}, ""},
      {"one column, whatever the order given", {line(50, 500, 120), line(50, 500, 100), line(50, 300, 140)}, "1/0/2"},
      {"labels and values are read row by row",
       {line(50, 90, 100), line(50, 90, 114), line(50, 90, 128), line(200, 300, 100), line(200, 300, 114), line(200, 300, 128)},
       "0,3/1,4/2,5"},
      {"columns of prose are read one after the other, under their common title",
       {line(50, 500, 60), line(50, 260, 100), line(50, 260, 114), line(50, 260, 128), line(50, 260, 142), line(300, 510, 100),
        line(300, 510, 114), line(300, 510, 128), line(300, 510, 142)},
       "0/1/2/3/4/5/6/7/8"},
      {"two address blocks on lines of their own", {line(50, 150, 100), line(50, 150, 114), line(350, 480, 107), line(350, 480, 121)}, "0/1/2/3"},
      {"a picture beside text", {line(50, 260, 100), line(50, 260, 114), solid({300, 90, 500, 120})}, "0/1/2"},
      {"a table between paragraphs", {line(50, 500, 100), line(50, 500, 300), solid({50, 120, 500, 280})}, "0/2/1"},
      {"item numbers stay with their text",
       {line(50, 58, 100), line(80, 500, 100), line(80, 500, 114), line(50, 58, 128), line(80, 500, 128)}, "0,1/2/3,4"},
  };
  for (const Case& c : cases) CHECK_MESSAGE(shown(reading_order(c.items)) == c.order, c.story);
}
