#include "normalizers/pattern.h"

#include <doctest/doctest.h>

#include <stdexcept>

using namespace muster;

TEST_CASE("pattern: a blank is any white space and may be optional, an apostrophe is any apostrophe") {
  struct Case { const char *pattern, *text; bool found; };
  const Case cases[] = {
      {"\\bvacancy rate", "Vacancy\n rate", true}, {"\\bgrades? (\\d+) ?- ?(\\d+)", "Grade 9-11", true},
      {"\\bgrades? (\\d+) ?- ?(\\d+)", "grades 9 - 11", true}, {"years' service", "2 years\u2019 service", true},
      {"[ab ]c", "x c", true}, {"\\bvacancy rate", "vacancyrate", false},
  };
  for (const Case& c : cases) CHECK_MESSAGE(Pattern(c.pattern).in(c.text) == c.found, c.pattern);
}

TEST_CASE("pattern: all gives places and what the brackets caught") {
  const auto found = Pattern("point (\\d+)|(scp) (\\d+)").all("point 19, SCP 20");
  REQUIRE(found.size() == 2);
  CHECK(found[0].begin == 0);
  CHECK(found[0].groups[0] == "19");
  CHECK(found[1].groups[0] == "");
  CHECK(found[1].groups[2] == "20");
}

TEST_CASE("pattern: a bad expression is refused with its reason") {
  CHECK_THROWS_AS(Pattern("(open"), std::invalid_argument);
  CHECK(Pattern().empty());
  CHECK_FALSE(Pattern().in("anything"));
}

TEST_CASE("word groups: names are put in place of braces; counts and classes stay") {
  WordGroups groups;
  groups.add("worker", "social workers?|staff");
  groups.add("team", "{worker} team");
  CHECK(groups.expanded("{team}{1,2} \\p{Lu}") == "(?:(?:social workers?|staff) team){1,2} \\p{Lu}");
  CHECK_THROWS_AS(groups.expanded("{nobody}"), std::invalid_argument);
}
