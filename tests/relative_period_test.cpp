#include "normalizers/relative_period.h"

#include <doctest/doctest.h>

using namespace muster;

TEST_CASE("headers that count back from the period of their table") {
  struct Row {
    const char *words, *table, *iso;
  };
  const Row rows[] = {
      {"Last month", "2024-01", "2023-12"},
      {"Previous month's figure", "2024-05", "2024-04"},
      {"Previous year", "2023-04-01/2024-03-31", "2022-04-01/2023-03-31"},
      {"Prior year outturn", "2023-04-01/2024-03-31", "2022-04-01/2023-03-31"},
      {"Same month last year", "2024-05", "2023-05"},
      {"Same quarter previous year", "2024-04/2024-06", "2023-04/2023-06"},
      {"Last quarter", "2024-01/2024-03", "2023-10/2023-12"},
      {"A year ago", "2024-02-29", "2023-02-28"},
      {"Last month", "2023-04-01/2024-03-31", ""},
      {"Last quarter", "2024-05", ""},
      {"Previous year", "", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.words);
    CHECK(is_relative_period(row.words));
    CHECK(relative_period(row.words, {row.table}).iso == row.iso);
  }
  for (const char* words : {"Left in the previous year", "This month", "Year", "Previous employer"}) {
    CAPTURE(words);
    CHECK_FALSE(is_relative_period(words));
  }
}
