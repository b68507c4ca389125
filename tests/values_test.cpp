#include "extractors/tables/values.h"

#include <doctest/doctest.h>

using namespace muster;

TEST_CASE("is_value: numbers as tables print them and signs that stand for one") {
  for (const char* text : {"1,234", "(5.1)", "-3.2", "\u20134.7", "15 455", "\u00A30.5m", "12.5%", "n/a", "-", "..", ":", "*", "<5", "12-14", "25g", "31/03/19"})
    CHECK_MESSAGE(is_value(text), text);
  for (const char* text : {"", "Total", "Q1", "Grade 9", "EU-15", "April 2019", "1 to 2 years", "(as at March)"}) CHECK_MESSAGE(!is_value(text), text);
}

TEST_CASE("is_year: years and spans of years") {
  for (const char* text : {"1997", "2016/17", "2016-2017", "FY 2003", "2019*"}) CHECK_MESSAGE(is_year(text), text);
  for (const char* text : {"997", "4012", "2,016", "2016 social workers", "201"}) CHECK_MESSAGE(!is_year(text), text);
}
