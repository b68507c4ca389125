#include "normalizers/reference_back.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "normalizers/propose.h"
#include "normalizers/resolve.h"
#include "schemas/text.h"
#include "tests/outline_of_paragraphs.h"
#include "tests/shipped_vocabulary.h"

using namespace muster;

namespace {

// "value period" of each figure of a text written on 14 March 2023.
std::string periods_of(const std::string& text) {
  const Outline outline = outline_of_paragraphs("The children's social work service was discussed.|" + text);
  DocumentRecord record;
  record.response_date = "2023-03-14";
  Diagnostics diagnostics;
  std::vector<std::string> out;
  for (const Observation& o : resolve("d1", propose(outline, shipped(), diagnostics), outline, record, shipped(), diagnostics))
    out.push_back(o.quantity.value + " " + o.period.iso);
  return joined(out, " | ");
}

}  // namespace

TEST_CASE("refers_back: words for a date named before") {
  CHECK(refers_back("At that time 14 posts were vacant"));
  CHECK(refers_back("14 on the same date"));
  CHECK_FALSE(refers_back("14 at the time"));
}

TEST_CASE("times counted from the sentence before") {
  struct Case { const char *text, *periods; };
  const Case cases[] = {
      {"There were 50 vacancies in March 2022. A year earlier there were 38 vacancies.", "50 2022-03 | 38 2021-03"},
      {"The vacancy rate was 18% in 2022. The year before it was 15%.", "18 2022 | 15 2021"},
      {"At the end of June 45 posts were vacant. A year before there were 30 vacancies.", "45 2022-06-30 | 30 2021-06-30"},
      {"There were 50 vacancies. A year earlier there were 38 vacancies.", "50  | 38 "},
  };
  for (const Case& c : cases) CHECK_MESSAGE(periods_of(c.text) == c.periods, c.text);
}

TEST_CASE("a clause has its own time") {
  struct Case { const char *text, *periods; };
  const Case cases[] = {
      {"At 31 March 2022 30 posts were vacant, and 150 people were recruited in 12 months between May 2020 and June 2021.", "30 2022-03-31 | 150 2020-05/2021-06"},
      {"The number of social workers was 691 (625 FTE) in 2007 and 674 (622 FTE) in 2008.", "691 2007 | 625 2007 | 674 2008 | 622 2008"},
  };
  for (const Case& c : cases) CHECK_MESSAGE(periods_of(c.text) == c.periods, c.text);
}

TEST_CASE("the beginning of a course has not the time of its end") {
  struct Case { const char *text, *periods; };
  const Case cases[] = {
      {"Turnover rose from 24% to 28% up to September 2018.", "24  | 28 2018-09"},
      {"In the year to March 2022 the vacancy rate went from 10.8% to 7.9%.", "10.8 2020-04/2021-03 | 7.9 2021-04/2022-03"},
      {"Turnover was 15% in 2021/22, down from 17%.", "15 2021-04-01/2022-03-31 | 17 "},
      {"The number of social workers rose from 290 in 2020 to 312 in 2022.", "290 2020 | 312 2022"},
      {"Vacancies fell from 15 to 12, and the vacancy rate was cut from 9% in 2021 to 8% in 2022.", "15  | 12  | 9 2021 | 8 2022"},
  };
  for (const Case& c : cases) CHECK_MESSAGE(periods_of(c.text) == c.periods, c.text);
}
