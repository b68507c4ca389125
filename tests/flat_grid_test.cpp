#include "extractors/tables/flat_grid.h"

#include <doctest/doctest.h>

using namespace muster;

TEST_CASE("is_figure and is_period: figures, what stands for one, and when") {
  struct Case { const char* text; bool figure, period; };
  const Case cases[] = {
      {"12.5", true, false},   {"\u00A326,890", true, false}, {"(27.8)", true, false}, {"<5", true, false},      {"n/a", true, false},
      {"-", true, false},      {"8.4 FTE vacancies", true, false}, {"2019", false, true}, {"2016/17", false, true}, {"2017 - 2018", false, true},
      {"Mar-15", false, true}, {"30/04/2019", false, true},   {"April 2019", false, true}, {"As at 31 March 2020", false, true},
      {"Head of Service", false, false}, {"", false, false}, {"12 people left the team during the year that ended", false, false},
  };
  for (const Case& c : cases) {
    CHECK_MESSAGE(is_figure(c.text) == c.figure, c.text);
    CHECK_MESSAGE(is_period(c.text) == c.period, c.text);
  }
}

TEST_CASE("reads_alike: one print read twice, never two figures") {
  struct Case { const char *a, *b; bool alike; };
  const Case cases[] = {{"Safeguarding", "Saleguarding", true}, {"Established", "Established", false}, {"12345678", "12345679", false},
                        {"Yes", "Yet", false},                  {"North East", "South West", false},    {"Team Manager", "Director", false}};
  for (const Case& c : cases) CHECK_MESSAGE(reads_alike(c.a, c.b, 0.7) == c.alike, c.a);
}
