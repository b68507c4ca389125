#include "normalizers/asked_day.h"

#include <doctest/doctest.h>

using namespace muster;

TEST_CASE("a bare year under a question that names a day in each year") {
  struct Case { const char* year; const char* question; const char* expected; };
  const Case cases[] = {
      {"2022", "How many were in post on 1 April 2021, 1 April 2022 and 1 April 2023?", "2022-04-01"},
      {"2021", "How many as at 30 June 2023, and on the same date in 2022 and 2021?", "2021-06-30"},
      {"2020", "How many as at 30 June 2023, and on the same date in 2022 and 2021?", ""},
      {"2022", "How many on 1 April 2021 and 30 September 2022?", ""},
      {"2022", "How many joined in 2022, and how many were there on 1 April 2023?", ""},
      {"2022-04", "How many on 1 April 2022?", ""},
      {"2022", "How many in 2021 and 2022?", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.question);
    CHECK(asked_day({c.year}, c.question, find_periods(c.question)).iso == c.expected);
  }
}
