#include "normalizers/stated_period.h"

#include <doctest/doctest.h>

#include <string>

using namespace muster;

TEST_CASE("stated_period: clauses that date figures standing elsewhere") {
  const char* const stating[] = {
      "The position described is that at 1 November 2022, and is in FTE.",
      "Posts and vacancies are full time equivalents on 31 May 2024.",
      "Pay ranges are those of 1 April 2024 for a full-time post.",
      "This is how matters stood on 30 September 2022.",
      "All figures are as at 31 March 2023 unless stated otherwise",
      "Figures relate to the financial year 2022/23.",
      "The data below covers the period 1 April 2021 to 31 March 2022.",
      "Headcounts were taken on 30 September 2020",
      "The information given is correct as of 12 June 2024.",
      "The table shows the workforce at the end of March 2023.",
      "The year is 1 April 2022 to 31 March 2023.",
      "The period covered is April 2021 to March 2022.",
      "Please note the reporting year runs from 1 October 2022 to 30 September 2023.",
  };
  for (const char* text : stating) {
    CAPTURE(std::string(text));
    CHECK(states_time(text));
  }
  const char* const silent[] = {
      "97 posts were vacant on 31 March 2023.",                      // a figure of its own
      "The staff were transferred on 1 April 2022.",                 // something happens
      "Your request was received on 4 May 2023.",
      "The posts are expected to be filled by June 2024.",
      "Figures are for 2021/22 and 2022/23.",                         // two periods
      "The establishment was reviewed in May 2019.",
      "The numbers have risen since 2019.",
      "The council has no agency workers.",
  };
  for (const char* text : silent) {
    CAPTURE(std::string(text));
    CHECK_FALSE(states_time(text));
  }
}

TEST_CASE("stated_period: clauses that date a whole document") {
  CHECK(states_time_throughout("All figures are as at 31 March 2023"));
  CHECK(states_time_throughout("The figures relate to 2022/23 unless otherwise stated."));
  CHECK(states_time_throughout("The year is 1 April 2022 to 31 March 2023."));
  CHECK(states_time_throughout("Data in this response is correct as of 12 June 2024."));
  CHECK(states_time_throughout("Everything here is as at 1 May 2021."));
  CHECK_FALSE(states_time_throughout("Posts and vacancies are full time equivalents on 31 May 2024."));
  CHECK_FALSE(states_time_throughout("The vacancies were counted on 30 September 2020."));
}
