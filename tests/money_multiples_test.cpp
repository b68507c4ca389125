#include "normalizers/money_multiples.h"

#include <doctest/doctest.h>

using namespace muster;

TEST_CASE("words that say a table counts pounds in thousands or millions") {
  struct Row {
    const char* text;
    int places;
  };
  const Row rows[] = {
      {"Spend (\u00A3000)", 3},       {"\u00A3'000", 3},     {"Cost \u00A3000s", 3},   {"Table 2: agency costs, \u00A3k", 3},
      {"Outturn \u00A3 thousands", 3}, {"\u00A3m", 6},        {"Total (\u00A3 million)", 6}, {"Cost \u00A3", 0},
      {"Posts over \u00A3100,000", 0}, {"\u00A3 per month", 0}, {"Year", 0},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(places_of_pounds(row.text) == row.places);
  }
}

TEST_CASE("decimals moved by places") {
  CHECK(with_places("2912", 3) == "2912000");
  CHECK(with_places("1.25", 3) == "1250");
  CHECK(with_places("0.8", 6) == "800000");
  CHECK(with_places("12.3456", 3) == "12345.6");
  CHECK(with_places("0", 3) == "0");
}
