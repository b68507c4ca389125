#include "normalizers/comparing_clauses.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "normalizers/bind.h"
#include "schemas/text.h"
#include "tests/shipped_vocabulary.h"

using namespace muster;

namespace {

std::string clauses_of(std::string_view text) {
  std::vector<std::string> out;
  for (const Clause& c : comparing_clauses(text)) out.emplace_back(trimmed(text.substr(c.begin, c.end - c.begin)));
  return joined(out, " | ");
}

// "value period" of each figure, a dash for none.
std::string dated(const std::string& text) {
  const TextReading r = read_words(text, shipped());
  std::vector<std::string> out;
  for (const Bound& b : bind(r, shipped())) {
    const Mention& figure = r.mentions[static_cast<size_t>(b.figure)];
    out.push_back(r.quantities[static_cast<size_t>(figure.index)].quantity.value + " " + (b.period < 0 ? "-" : r.mentions[static_cast<size_t>(b.period)].code));
  }
  return joined(out, " | ");
}

}  // namespace

TEST_CASE("clauses that compare") {
  struct Case { const char *text, *clauses; };
  const Case cases[] = {
      {"Vacancies are down to 12, from 20 in May 2021.", "from 20 in May 2021."},
      {"Caseloads fell from 23 in 2020 to 17.", "from 23 in 2020 to"},
      {"It holds 14 cases, where the average had been 19, and is pleased.", "where the average had been 19"},
      {"The rate is 9%, compared with 1,200 posts a year ago.", "compared with 1,200 posts a year ago."},
      {"There were 12 leavers from 30 posts.", ""},
      {"We employ 40 workers.", ""},
  };
  for (const Case& c : cases) CHECK_MESSAGE(clauses_of(c.text) == c.clauses, std::string(c.text) << " gave " << clauses_of(c.text));
}

TEST_CASE("clauses: a date in a comparison is of the figure that is compared") {
  struct Case { const char *text, *dated; };
  const Case cases[] = {
      {"The average caseload is now 16, down from 21 in June 2020.", "16 - | 21 2020-06"},
      {"There are 30 vacancies today, whereas in March 2019 the number stood at 44.", "30 - | 44 2019-03"},
      {"Agency workers make up 12% of staff, compared with 18% in 2021.", "12 - | 18 2021"},
      {"Each worker holds 15 cases, against 22 in April 2017.", "15 - | 22 2017-04"},
      {"Turnover fell from 20% in 2018 to 14%.", "20 2018 | 14 -"},
      {"In 2022 the vacancy rate was 9%, while a year before, in 2021, it was 13%.", "9 2022 | 13 2021"},
      {"The vacancy rate was 9% in 2022, from 13% in 2021.", "9 2022 | 13 2021"},
      {"The service reported in 2019; now its vacancy rate is 9.9% at June 2020.", "9.9 2020-06"},
      {"The council, rated inadequate in 2018, had 52 vacancies.", "52 -"},
      {"The authority, whose services were inspected in 2019, had a vacancy rate of 12% in 2021.", "12 2021"},
      {"From 1 April 2020 to 31 March 2021 there were 12 leavers.", "12 2020-04-01/2021-03-31"},
  };
  for (const Case& c : cases) CHECK_MESSAGE(dated(c.text) == c.dated, std::string(c.text) << " gave " << dated(c.text));
}
