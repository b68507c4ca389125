#include "normalizers/year_end.h"

#include <doctest/doctest.h>

#include "normalizers/period.h"

using namespace muster;

TEST_CASE("year end: a day and month without a year, one only") {
  struct Case { const char* text; int month, day; bool flow; };
  const Case cases[] = {
      {"Year to 30 September", 9, 30, true},      {"Position at 31 March", 3, 31, false},
      {"30 September 2022", 0, 0, false},         {"from 1 April to 31 March", 0, 0, false},
      {"the twelve months that end on 30 Sept.", 9, 30, true}, {"31 February", 0, 0, false},
      {"Years run from 1 October to 30 September.", 9, 30, true}, {"Years run from 1 October to 31 August.", 0, 0, false},
  };
  for (const Case& c : cases) {
    const auto end = find_year_end(c.text);
    CHECK_MESSAGE(end.has_value() == (c.month > 0), c.text);
    if (end && c.month) CHECK_MESSAGE((end->month == c.month && end->day == c.day && end->flow == c.flow), c.text);
  }
}

TEST_CASE("year end: a bare year becomes its day or the twelve months up to it") {
  const YearEnd september{9, 30};
  CHECK(at_year_end({"2018"}, september, false).iso == "2018-09-30");
  CHECK(at_year_end({"2018"}, september, true).iso == "2017-10-01/2018-09-30");
  CHECK(at_year_end({"2018-09"}, september, false).iso == "2018-09-30");
  CHECK(at_year_end({"2018-03"}, september, false).iso == "");
  CHECK(at_year_end({"2018-04-30"}, september, false).iso == "");
  CHECK(year_to({"2019-04-30"}).iso == "2018-05-01/2019-04-30");
  CHECK(moved({"2017-10-01/2018-09-30"}, 1).iso == "2018-10-01/2019-09-30");
  CHECK(moved({"2022"}, -1).iso == "2021");
  CHECK(at_split_year_end({"2022-04-01/2023-03-31"}, september).iso == "2022-10-01/2023-09-30");
  CHECK(at_split_year_end({"2022"}, september).iso == "");
}
