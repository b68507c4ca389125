#include "normalizers/told_from_writing.h"

#include <doctest/doctest.h>

using namespace muster;

TEST_CASE("told_from_writing: months told from the day of writing") {
  struct Case { const char *words, *written_on, *iso; };
  const Case cases[] = {
      {"vacancies in September last year", "2019-04-08", "2018-09"}, {"In March this year turnover was 12%", "2021-06", "2021-03"},
      {"24 by the end of last September", "2019-02-01", "2018-09"},   {"last May", "2020-06-30", "2020-05"},
      {"At the start of this year there were 45", "2017-09-18", "2017-01"}, {"at the end of last year", "2020-02-02", "2019-12"},
      {"last year", "2020-02-02", ""}, {"this year", "2020-02-02", ""}, {"last May", "", ""}, {"in May 2018", "2020-02-02", ""},
      {"As of 31 January there were 45", "2023-03-14", "2023-01-31"}, {"By the end of June 40 posts were empty", "2023-03-14", "2022-06-30"},
      {"In February 45 were employed", "2023-03-14", "2023-02"}, {"on 14th of March", "2023-03-14", "2023-03-14"}, {"during December", "2023-03-14", "2022-12"},
      {"will start in June", "2023-03-14", ""}, {"on 31 June", "2023-03-14", ""}, {"in June", "2023-03", ""},
  };
  for (const Case& c : cases) {
    const auto told = told_from_writing(c.words, c.written_on);
    CHECK_MESSAGE((told ? told->iso : "") == c.iso, c.words);
  }
}
