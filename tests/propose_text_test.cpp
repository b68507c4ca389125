// Running prose of news, minutes, answers and pages: which figures become rows, and what they say.
#include "normalizers/propose_text.h"

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

// Paragraphs are parted by '|'; each row in short: "measure value..upper", with the status where it is not reported.
std::string rows_of(const std::string& text, const std::string& date = {}, bool with_period = false) {
  const Outline outline = outline_of_paragraphs(text);
  DocumentRecord record;
  record.response_date = date;
  Diagnostics diagnostics;
  std::vector<std::string> out;
  for (const Observation& o : resolve("d1", propose(outline, shipped(), diagnostics), outline, record, shipped(), diagnostics))
    out.push_back(o.measure + " " + o.quantity.value + (o.quantity.value_upper.empty() ? "" : ".." + o.quantity.value_upper) +
                  (o.quantity.status == "reported" ? "" : " " + o.quantity.status) + (with_period ? " " + o.period.iso : ""));
  return joined(out, " | ");
}

struct Case { const char *text, *rows; };

template <size_t count>
void check(const Case (&cases)[count]) {
  for (const Case& c : cases) CHECK_MESSAGE(rows_of(c.text) == c.rows, std::string(c.text) << " gave " << rows_of(c.text));
}

}  // namespace

TEST_CASE("prose: a change is no level, whatever it is called") {
  const Case cases[] = {
      {"Vacancies stood at 140, up 30 on the spring.", "vacancy 140"},
      {"Spending on agency social workers was \u00A32m, down \u00A3300,000.", "agency_spend 2000000"},
      {"The board seeks a cut of around 25% in agency social work staff.", ""},
      {"A reduction of 12% in the turnover of social workers was seen.", ""},
      {"Agency social workers were paid 30% more on average than others.", ""},
      {"Social worker vacancies went up to 5.9% from 5.5%.", "vacancy_rate 5.9 | vacancy_rate 5.5"},
      {"That pushed the starting salary up to \u00A330,000.", "salary 30000"},
      {"Social worker vacancies of up to 40 are foreseen.", "vacancy ..40"},
  };
  check(cases);
}

TEST_CASE("prose: shares and counts of other things are no figures of the workforce") {
  const Case cases[] = {
      {"In June, 41% of care services reported having vacancies.", ""},
      {"Home care had the most: 62% of providers with vacancies.", ""},
      {"Some 70% of respondents said social worker vacancies were high.", ""},
      {"In all 120 out of 150 local councils spent on agency social workers.", ""},
      {"Of the 136 councils with full data most had social worker caseloads of 17.", "caseload 17"},
      {"Many leavers stay in social care, as 67% of recruitment is from within it.", ""},
      {"About 90% of social workers stay late, while many report vacancies.", ""},
      {"By then 20% of social worker posts were vacant.", "vacancy_rate 20"},
      {"Most social workers who left were aged between 30 and 49.", ""},
  };
  check(cases);
}

TEST_CASE("prose: figures in post, gone, short and hired in common wordings") {
  const Case cases[] = {
      {"The county employed an estimated 4,200 social care workers.", "inpost 4200"},
      {"At that time councils employed the whole-time equivalent of 21,000 social workers.", "inpost 21000"},
      {"We have just over 300 qualified social workers.", "inpost 300"},
      {"There are 410 young people and 22 personal advisers.", "inpost 22"},
      {"The total headcount of children's social workers was 30,100.", "inpost 30100"},
      {"The town is short of 40 social workers.", "vacancy 40"},
      {"This year nearly 50 social workers have gone.", "leavers 50"},
      {"Trusts have directly employed almost 600 social workers.", "starters 600"},
      {"Agencies charge up to \u00A360 per hour for a qualified social worker.", "agency_pay_rate ..60"},
  };
  check(cases);
}

TEST_CASE("prose: lists that name their noun once, asides, extremes, purposes, paragraph numbers") {
  const Case cases[] = {
      {"There were 72 vacancies for family social workers; seven for disability social workers; and none for hospital social workers.", "vacancy 72 | vacancy 7 | vacancy 0"},
      {"There were no current vacant posts in the social work service.", "vacancy 0"},
      {"The social work staff (WTE) consisted of:|\u2022 1,691 social workers|\u2022 178 senior practitioners", "inpost 1691 | inpost 178"},
      {"Staffing costs (salaries, overtime) came to \u00A38.5m.", "staff_cost 8500000"},
      {"Applications per advert ranged between 0 and 26, with an average of 9 applications per advert.", "applications_per_advert 9"},
      {"3.2 The Director notes that agency cover of vacant posts goes on.", ""},
  };
  check(cases);
}

TEST_CASE("prose: years and figures in turn under the lead-in that says what they count") {
  const char* text = "These are the whole-time equivalent numbers of social work staff over the years:|Year (as at 30 September) 1998 33,432 1999 33,912 2000 34,692";
  CHECK(rows_of(text, "", true) == "inpost 33432 1998-09-30 | inpost 33912 1999-09-30 | inpost 34692 2000-09-30");
  CHECK(rows_of("Priority Indicator 3 is on the vacancies of social workers.") == "");
}

TEST_CASE("prose: a date of another clause does not date what is said of now") {
  const auto dated = [](const char* text) { return rows_of(text, {}, true); };
  CHECK(dated("Since she came in May 2017 the caseload of social workers has fallen and now stands at 16.") == "caseload 16 ");
  CHECK(dated("In May 2017 the caseload of social workers stood at 16.") == "caseload 16 2017-05");
  CHECK(dated("Spending on agency social workers was \u00A32m in 2021-22. The next town had four social worker vacancies.") ==
        "agency_spend 2000000 2021-04-01/2022-03-31 | vacancy 4 ");
}

TEST_CASE("numbers that are no figures: of paragraphs, of dates cut short, of a condition") {
  const Case cases[] = {
      {"3 Over the twelve months to May 2023, 46.5 FTE social workers left.", "leavers 46.5"},
      {"14 Social workers left.", "leavers 14"},
      {"Staff turnover in the year to 30", ""},
      {"The average caseload stands at 30.", "caseload 30"},
      {"Where there are no vacant posts the share cannot be given.", ""},
      {"There were no vacancies in the team on 31 March 2024.", "vacancy 0"},
  };
  check(cases);
}

TEST_CASE("prose: what is left out names nothing, a course keeps its times, a bare comparison dates nothing") {
  struct Dated { const char *text, *rows; };
  const Dated cases[] = {
      {"Leaving out agency workers, there are 42 social workers.", "inpost 42 "},
      {"There are 42 social workers (vacancies left out).", "inpost 42 "},
      {"Permanent social workers in post grew from 26 in 2015 to 27 in 2016. Vacant posts went from 5 to 4. The turnover rate was 12%, up from 11%.",
       "inpost 26 2015 | inpost 27 2016 | vacancy 5 2015 | vacancy 4 2016 | turnover_rate 12 2016 | turnover_rate 11 2015"},
      {"There were 40 vacancies of social workers, a quarter more than in 2014.", "vacancy 40 "},
      {"The vacancy rate of social workers came down to 8.3% this year.", "vacancy_rate 8.3 2025"},
      {"Caseloads came to 16.1 for each social worker on average.", "caseload 16.1 "},
      {"Some action was taken for 905 adults 18+ by social workers.", ""},
  };
  for (const Dated& c : cases) CHECK_MESSAGE(rows_of(c.text, "2025-05-13", true) == c.rows, std::string(c.text) << " gave " << rows_of(c.text, "2025-05-13", true));
}

TEST_CASE("prose: hopes and targets are plans, days fewer are a change") {
  const Case cases[] = {
      {"It is hoped to have recruited 15 more social workers by spring.", "starters 15 planned"},
      {"The council hopes to have 12 new social work starters in May.", "starters 12 planned"},
      {"Members want a vacancy rate of 8% for social workers as their target.", "vacancy_rate 8 planned"},
      {"The directors set turnover of 10% among social workers as the goal.", "turnover_rate 10 planned"},
      {"We are hoping for 20 new social work starters.", "starters 20 planned"},
      {"In social care there were 900 days of sickness absence fewer than before.", ""},
      {"The recruitment drive brought appointments of 19 new social workers.", "starters 19"},
  };
  check(cases);
}

TEST_CASE("prose: a contract of zero hours counts no hours") {
  const Outline outline = outline_of_paragraphs("The council's home care service employed 827 care workers on a zero hours contract.");
  Diagnostics diagnostics;
  for (const Observation& o : resolve("d1", propose(outline, shipped(), diagnostics), outline, {}, shipped(), diagnostics)) {
    CHECK(o.unit == "unstated");
    CHECK(o.quantity.value == "827");
  }
}
