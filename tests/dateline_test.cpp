#include "extractors/outline/dateline.h"

#include <doctest/doctest.h>

#include <string>

using namespace muster;

TEST_CASE("is_dateline: nothing but when, who, under what and how long to read") {
  struct Case { const char *line, *date; bool expected; };
  const Case cases[] = {
      {"May 13, 2025", "May 13, 2025", true},
      {"May 13, 2025 in Adults, Mental health", "May 13, 2025", true},
      {"February 2, 2021 in Children. Story updated 4 March 2021", "February 2, 2021", true},
      {"Tuesday, March 27, 2018", "March 27, 2018", true},
      {"Wed 18 Jul 2007", "18 Jul 2007", true},
      {"22 Dec 2022 12 minute read", "22 Dec 2022", true},
      {"By a staff writer on June 29, 2023", "June 29, 2023", true},
      {"Published 8 Sep 2023, 09:42 BST", "8 Sep 2023", true},
      {"Last reviewed 8 October 2019", "8 October 2019", true},
      {"Evening Echo, 17 June 2005", "17 June 2005", true},
      {"Volume 886: debated on Friday 14 February 1975", "14 February 1975", true},
      {"The survey closed on 8 October 2019", "8 October 2019", false},
      {"8 October 2019 was the day of the count", "8 October 2019", false},
      {"In post at 31 March 2020", "31 March 2020", false},
      {"31 March 2020 in post", "31 March 2020", false},
  };
  for (const Case& c : cases) {
    CAPTURE(c.line);
    const std::string line = c.line;
    CHECK(is_dateline(line, std::string_view(line).substr(line.find(c.date), std::string(c.date).size())) == c.expected);
  }
}
