#include "extractors/ocr/letter_size.h"

#include <doctest/doctest.h>

using namespace muster;

TEST_CASE("size_of_word: the same font whatever the letters") {
  struct Case { const char* word; float height; };
  const Case cases[] = {{"are", 4.7f}, {"Posts", 6.9f}, {"12.5", 6.9f}, {"(FTE)", 9.0f}, {"agency", 6.8f}, {"gypsy,", 6.8f}};
  for (const Case& c : cases) CHECK_MESSAGE(size_of_word(c.word, {0, 0, 30, c.height}) == doctest::Approx(10).epsilon(0.03), c.word);
  CHECK(size_of_word("-", {0, 0, 5, 1}) == 0);
}

TEST_CASE("touching_boxes: one box a letter, without gaps") {
  struct Case { const char* story; std::vector<float> begins; size_t count; float second_begin; };
  const Case cases[] = {
      {"as recognised", {10, 14, 22}, 3, 14},
      {"too few boxes", {10, 14}, 3, 20},
      {"out of order", {10, 25, 20}, 3, 20},
      {"two at one place", {10, 10.5f, 30}, 3, 20},
  };
  for (const Case& c : cases) {
    const std::vector<Box> boxes = touching_boxes(c.begins, {10, 0, 40, 12}, c.count);
    REQUIRE(boxes.size() == c.count);
    CHECK(boxes.front().x0 == 10);
    CHECK(boxes.back().x1 == 40);
    CHECK_MESSAGE(boxes[1].x0 == c.second_begin, c.story);
    for (size_t i = 1; i < boxes.size(); ++i) CHECK(boxes[i].x0 == boxes[i - 1].x1);
  }
}
