// Which place, team and time a figure of running prose is told to be of, where one sentence has several.
#include "normalizers/bind_respectively.h"

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

// "value@area/team/period" of each row.
std::string rows_of(const std::string& text) {
  const Outline outline = outline_of_paragraphs(text);
  DocumentRecord record;
  Diagnostics diagnostics;
  std::vector<std::string> out;
  for (const Observation& o : resolve("d1", propose(outline, shipped(), diagnostics), outline, record, shipped(), diagnostics))
    out.push_back(o.quantity.value + "@" + o.area_code + "/" + o.team + "/" + o.period.iso);
  return joined(out, " | ");
}

struct Case { const char *text, *rows; };

template <size_t count>
void check(const Case (&cases)[count]) {
  for (const Case& c : cases) CHECK_MESSAGE(rows_of(c.text) == c.rows, std::string(c.text) << " gave " << rows_of(c.text));
}

}  // namespace

TEST_CASE("pair_respectively: rows of figures take rows of years and places in their order") {
  const Case cases[] = {
      {"In 2019, 2020 and 2021 there were 14, 9 and 5 social worker vacancies respectively.", "14@//2019 | 9@//2020 | 5@//2021"},
      {"The vacancy rate of social workers was 8% in Wales and 27% and 24% in Kent and Essex respectively.", "8@W92000004// | 27@E10000016// | 24@E10000012//"},
      {"Social worker vacancy rates of 27% and 24% were seen in Outer and Inner London respectively.", "27@E13000002// | 24@E13000001//"},
      {"Social worker vacancy rates of 7% and 4% were seen in East and West Sussex respectively.", "7@E10000011// | 4@E10000032//"},
      {"The social worker vacancy rate was 8% in Wales, and 27% and 24% in Kent respectively.", "8@W92000004// | 27@// | 24@//"},  // whose is the second?
  };
  check(cases);
}

TEST_CASE("a figure that is said of two places has no code") {
  const Case cases[] = {
      {"The average caseload of social workers was 10.2 in Kent and Essex.", "10.2@//"},
      {"The average caseload of social workers was 10.2 in Kent and 12.1 in Essex.", "10.2@E10000016// | 12.1@E10000012//"},
  };
  check(cases);
}

TEST_CASE("the part of the body that a sentence names is the team of its figure") {
  const Case cases[] = {
      {"Most social worker vacancies were in Ambervale (6 FTE).", "6@/Ambervale/"},
      {"There were 45 vacancies in its assessment and intervention teams and 25 in its corporate parenting teams.",
       "45@/assessment and intervention/ | 25@/corporate parenting/"},
      {"There were 45 social worker vacancies in all teams.", "45@//"},
      {"There were 45 vacancies in one of the social work teams.", "45@//"},
  };
  check(cases);
}

TEST_CASE("the year of a cited source does not date a figure") {
  const Case cases[] = {
      {"There were 7,700 vacancies of social workers, the most so far (DfE, 2024).", "7700@//"},
      {"There were 7,700 vacancies of social workers (England, 2024).", "7700@E92000001//2024"},
  };
  check(cases);
}
