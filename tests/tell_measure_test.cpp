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

// "measure value" of each figure of a text on children's social care; a planned one has a '?' behind it.
std::string figures_of(const std::string& text) {
  const Outline outline = outline_of_paragraphs("The children's social work service was discussed.|" + text);
  Diagnostics diagnostics;
  std::vector<std::string> out;
  for (const Observation& o : resolve("d1", propose(outline, shipped(), diagnostics), outline, {}, shipped(), diagnostics))
    out.push_back(o.measure + " " + (o.quantity.value.empty() ? ".." + o.quantity.value_upper : o.quantity.value) + (o.quantity.status == "planned" ? "?" : ""));
  return joined(out, " | ");
}

struct Case { const char *text, *figures; };

void check(const std::vector<Case>& cases) {
  for (const Case& c : cases) CHECK_MESSAGE(figures_of(c.text) == c.figures, c.text);
}

}  // namespace

TEST_CASE("tell_measure: workers counted in a sentence are staff in post") {
  check({{"There are 312 full-time equivalent social workers in the county.", "inpost 312"},
         {"Some 312 social workers work for the council.", "inpost 312"},
         {"It has a workforce of 312 social workers.", "inpost 312"},
         {"The authority's 312 social workers are spread over several offices.", "inpost 312"},
         {"The team consists of twelve social workers.", "inpost 12"},
         {"Social worker numbers grew from 290 to 312.", "inpost 290 | inpost 312"},
         {"The social care workforce stands at 1,200.", "inpost 1200"},
         {"Around 1,200 people work in social care at the council.", "inpost 1200"},
         {"Of the 312 social workers, 45 are newly qualified.", "inpost 312 | newly_qualified 45"},
         {"More social workers came: from 290 in 2020 to 312 in 2022.", "inpost 290 | inpost 312"},
         {"The headcount was 208 in 2022.", "inpost 208"}});
}

TEST_CASE("tell_measure: workers who do something else are no staff in post") {
  check({{"A survey of 312 social workers was carried out.", ""},
         {"The council needs 40 more social workers.", ""},
         {"There were 12 social workers trained as assessors.", ""}});
}

TEST_CASE("tell_measure: posts that nobody fills") {
  check({{"The service is 14 social workers short.", "vacancy 14"},
         {"The council is 40 social workers below its full complement.", "vacancy 40"},
         {"Forty social work jobs have yet to be filled.", "vacancy 40"},
         {"The council is struggling to fill 40 social work posts.", "vacancy 40"},
         {"When it was counted 32 roles had nobody in them.", "vacancy 32"},
         {"Nine of the 40 posts are empty.", "vacancy 9 | establishment 40"}});
}

TEST_CASE("tell_measure: those who came and those who went") {
  check({{"The council lost 61 social workers in 2022.", "leavers 61"},
         {"Sixty social workers have quit.", "leavers 60"},
         {"The authority took on 48 new social workers.", "starters 48"},
         {"In 2022 the council recruited 48 social workers.", "starters 48"}});
}

TEST_CASE("tell_measure: agency workers and what they cost") {
  check({{"It spent \u00A3770k on 11 agency staff.", "agency_spend 770000 | agency 11"},
         {"Agency workers made up 42 per cent of the workforce and cost \u00A32.5m.", "agency_rate 42 | agency_spend 2500000"},
         {"\u00A34.2m went to agencies for social workers.", "agency_spend 4200000"},
         {"The trust paid out \u00A36.2 million for agency staff to cover work.", "agency_spend 6200000"},
         {"Some 45 of the council's 180 social workers are agency staff.", "agency 45 | inpost 180"},
         {"Locums now make up a quarter (25%) of the social work workforce.", "agency_rate 25"},
         {"If agency staff were replaced \u00A34m would be saved.", ""}});
}

TEST_CASE("tell_measure: a sentence goes on with what the one before names") {
  check({{"There were 50 vacancies in March 2022. The figure for 2021 was 38.", "vacancy 50 | vacancy 38"},
         {"The vacancy rate was 18% in 2022. A year earlier it was 15%.", "vacancy_rate 18 | vacancy_rate 15"},
         {"The council has 45 agency social workers. This compares with 60 in 2021.", "agency 45 | agency 60"},
         {"Turnover stood at 15% in 2022. It had been 12% in 2019.", "turnover_rate 15 | turnover_rate 12"},
         {"There were 50 vacancies. The meeting of 38 members closed.", "vacancy 50"}});
}

TEST_CASE("tell_measure: cases that a worker holds, incentives, days lost") {
  check({{"Frontline practitioners had 16.3 cases as of September 2020.", "caseload 16.3"},
         {"Case loads were still high at approximately seventeen cases.", "caseload 17"},
         {"On average each social worker is responsible for 18 cases.", "caseload 18"},
         {"Social workers will get cash incentives of \u00A33,000.", "retention_payment 3000"},
         {"Social workers took an average of 14 days off sick in 2021/22.", "days_lost_per_worker 14"},
         {"Our agency numbers are still high at 22 per cent.", "agency_rate 22"},
         {"A shortage of 1,500 social workers, or 10 per cent, was reported.", "vacancy 1500 | vacancy_rate 10"}});
}

TEST_CASE("tell_measure: intentions and bases of rates are no figures") {
  check({{"Of social workers 67 per cent were considering leaving their job.", ""}, {"The number of social workers is given to every 1,000 people.", ""}});
}
