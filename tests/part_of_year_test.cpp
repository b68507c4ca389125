#include "normalizers/part_of_year.h"

#include <doctest/doctest.h>

#include <string>

using namespace muster;

TEST_CASE("a quarter or month of a header lies within the year of another") {
  struct Row {
    const char *part, *year, *iso;
  };
  const Row rows[] = {
      {"Q1", "2022/23", "2022-04/2022-06"},
      {"Q4", "2022-23", "2023-01/2023-03"},
      {"Qtr 2", "2021/22", "2021-07/2021-09"},
      {"Quarter 3", "2020/2021", "2020-10/2020-12"},
      {"3rd quarter", "2020/21", "2020-10/2020-12"},
      {"Q1 Apr–Jun", "2024/25", "2024-04/2024-06"},
      {"Q2 (Jul-Sep)", "2024/25", "2024-07/2024-09"},
      {"Oct to Dec", "2019", "2019-10/2019-12"},
      {"Feb", "2019/20", "2020-02"},
      {"Jan–Mar", "2019/20", "2020-01/2020-03"},
      {"Jan to March", "2019-20", "2020-01/2020-03"},
      {"September", "2019/20", "2019-09"},
      {"May", "2021", "2021-05"},
      {"Q1", "2021", ""},           // of which kind of year?
      {"Q2", "", ""},
      {"Quarter", "2021/22", ""},
      {"Q5", "2021/22", ""},
      {"March 2020", "2021/22", ""},  // has a year of its own
      {"May be late", "2021", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.part);
    CHECK(part_of_year(row.part, row.year).iso == row.iso);
  }
}

TEST_CASE("a month lies within a stretch once, or it is not told") {
  struct Row {
    const char *part, *stretch, *iso;
  };
  const Row rows[] = {
      {"Sep", "2024-04/2024-09", "2024-09"},  {"April", "2024-04/2024-09", "2024-04"},       {"Feb", "2023-10/2024-03", "2024-02"},
      {"Jan", "2023-04-01/2024-03-31", "2024-01"}, {"Oct", "2024-04/2024-09", ""},           {"May", "2022-04/2024-03", ""},  // twice
      {"Q1", "2024-04/2024-09", ""},          {"May 2023", "2023-04/2023-09", ""},            {"May", "2024", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.part);
    CHECK(month_within(row.part, {row.stretch}).iso == row.iso);
  }
}
