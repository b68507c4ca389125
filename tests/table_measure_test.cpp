#include "normalizers/table_measure.h"

#include <doctest/doctest.h>

#include "tests/hand_made_table.h"

using namespace muster;
using muster::testing::HandMadeTable;

namespace {

std::string told(const HandMadeTable& table) {
  static const Vocabulary vocabulary = Vocabulary::load(MUSTER_SOURCE_DIR "/schemas/vocabulary");
  return muster::testing::read_table(table, vocabulary);
}

}  // namespace

TEST_CASE("headers of two levels say together what a column counts") {
  CHECK(told({"Social workers", {{"Year", "Agency staff", "<", "Vacancies", "<"}, {"", "FTE", "% cover", "FTE", "Rate (%)"}, {"2021", "12.0", "90.5", "8.5", "6.1"}}, 2}) ==
        "agency fte 2021 12.0 | agency_cover_rate percent 2021 90.5 | vacancy fte 2021 8.5 | vacancy_rate percent 2021 6.1");
  CHECK(told({"Social workers", {{"Year", "FTE", "<", "Per cent", "<"}, {"", "In post", "Vacant", "Vacancy", "Agency"}, {"2021", "90.5", "8.5", "8.6", "6.1"}}, 2}) ==
        "inpost fte 2021 90.5 | vacancy fte 2021 8.5 | vacancy_rate percent 2021 8.6 | agency_rate percent 2021 6.1");
  CHECK(told({"Social workers", {{"Year", "Posts", "<", "<"}, {"", "Funded", "Filled", "Vacant"}, {"2021", "90.5", "80.0", "10.5"}}, 2}) ==
        "establishment unstated 2021 90.5 | inpost unstated 2021 80.0 | vacancy unstated 2021 10.5");
  CHECK(told({"Social workers", {{"Year", "Annual turnover rate", "<"}, {"", "Rate", "Starters in the year"}, {"2021", "9.5%", "12"}}, 2}) ==
        "turnover_rate percent 2021 9.5 | starters unstated 2021 12");
}

TEST_CASE("labels of roles and grades say who, the title says what") {
  CHECK(told({"Vacant posts by grade and team (FTE), 1 May 2023", {{"Grade", "Duty team", "Court team"}, {"Newly qualified", "2.0", "1.0"}, {"Social worker", "3.5", "0.5"}}}) ==
        "vacancy fte 2023-05-01 2.0 Duty team | vacancy fte 2023-05-01 1.0 Court team | vacancy fte 2023-05-01 3.5 Duty team | vacancy fte 2023-05-01 0.5 Court team");
  CHECK(told({"Social work posts, 1 May 2023", {{"Job title", "Posts", "In post"}, {"Newly qualified social worker", "8", "7"}}}) ==
        "establishment unstated 2023-05-01 8 | inpost unstated 2023-05-01 7");
  CHECK(told({"Vacancies by locality, FTE", {{"Locality", "Social workers", "OTs"}, {"Riverside", "2.0", "1.5"}}}) == "vacancy fte 2.0 Riverside | vacancy fte 1.5 Riverside");
}

TEST_CASE("rows of another subject among rows that name measures") {
  CHECK(told({"Scorecard of the social work service", {{"Indicator", "May 2023"}, {"Vacancies (FTE)", "9.0"}, {"Contacts received", "412"}, {"Average caseload", "16.1"}}}) ==
        "vacancy fte 2023-05 9.0 | caseload cases_per_worker 2023-05 16.1");
}

TEST_CASE("bands of service in per cent are shares, in people they are staff") {
  CHECK(told({"Length of service of social workers, % of headcount", {{"Role", "Under 1 year", "1-2 years", "All"}, {"Social worker", "10.5", "89.5", "100.0"}}}) ==
        "service_length_share percent 10.5 (length_of_service=Under 1 year) | service_length_share percent 89.5 (length_of_service=1-2 years)");
  CHECK(told({"Social workers by length of service, headcount", {{"", "31 May 2023"}, {"Under 1 year", "8"}, {"Over 10 years", "17"}, {"All", "25"}}}) ==
        "inpost headcount 2023-05-31 8 (length_of_service=Under 1 year) | inpost headcount 2023-05-31 17 (length_of_service=Over 10 years) | inpost headcount 2023-05-31 25");
}

TEST_CASE("what stands before a table: a caption names its measure, a comparison with a target plans nothing, an average is for each worker") {
  HandMadeTable joiners{"", {{"Month", "Starters", "Leavers"}, {"May 2023", "2", "1"}}};
  joiners.before = "Social workers by month (headcount)";
  CHECK(told(joiners) == "starters headcount 2023-05 2 | leavers headcount 2023-05 1");
  HandMadeTable rated{"Social workers", {{"Team", "Vacancy rate", "Target rate"}, {"Duty team", "8%", "5%"}}};
  rated.before = "The rating compares the vacancy rate with the target.";
  CHECK(told(rated) == "vacancy_rate percent 8 Duty team | vacancy_rate percent planned 5 Duty team");
  HandMadeTable sickness{"Social workers in May 2023", {{"Team", "Vacancies", "Days lost"}, {"Duty team", "2", "9.1"}}};
  sickness.before = "The list is kept by payroll. Sickness is the average number of working days lost in the year.";
  CHECK(told(sickness) == "vacancy unstated 2023-05 2 Duty team | days_lost_per_worker days 2023-05 9.1 Duty team");
}

TEST_CASE("a sign under a header in per cent is missing of the rate") {
  CHECK(told({"Social workers", {{"Year", "Vacancies, %"}, {"2021", "n/a"}, {"2022", "9"}}}) == "vacancy_rate percent 2021 not_applicable | vacancy_rate percent 2022 9");
}

TEST_CASE("columns and titles in pounds count money, in thousands where they say so") {
  CHECK(told({"Agency spending on social workers, \u00A3000", {{"Service", "2021/22"}, {"Fostering team", "610"}, {"Duty team", "1,208.5"}}}) ==
        "agency_spend gbp 2021-04-01/2022-03-31 610000 Fostering team | agency_spend gbp 2021-04-01/2022-03-31 1208500 Duty team");
  CHECK(told({"Pay of social workers, \u00A3 a year", {{"Role", "Range"}, {"Newly qualified social worker", "31,000 to 33,500"}}}) == "salary gbp_per_year 31000..33500");
  CHECK(told({"Social workers", {{"Year", "Agency workers", "Agency spend (\u00A3m)"}, {"2021/22", "14", "1.25"}}}) ==
        "agency unstated 2021-04-01/2022-03-31 14 | agency_spend gbp 2021-04-01/2022-03-31 1250000");
}

TEST_CASE("pounds beside agency staff are spend, a budget is planned; staff counted under nothing but their unit are in post") {
  CHECK(told({"Budget monitoring, 2023/24", {{"\u00A3000", "Budget", "Actual", "Variance"}, {"Agency social workers", "600", "1,150", "550"}}}) ==
        "agency_spend gbp 2023-04-01/2024-03-31 planned 600000 | agency_spend gbp 2023-04-01/2024-03-31 1150000");
  CHECK(told({"Social care staff by job role, May 2023", {{"Job role", "Headcount", "FTE"}, {"Total", "176", "155.4"}}}) == "inpost headcount 2023-05 176 | inpost fte 2023-05 155.4");
  CHECK(told({"Headline measures of social work, May 2023", {{"Measure", "This month", "Last month", "Same month last year"}, {"Vacancy rate", "9%", "8%", "7%"}}}) ==
        "vacancy_rate percent 2023-05 9 | vacancy_rate percent 2023-04 8 | vacancy_rate percent 2022-05 7");
}

TEST_CASE("labels of rows: parts of the row above, brackets that a label explains, flows under a movement, units and themes that name no team") {
  CHECK(told({"Social workers, FTE", {{"Measure", "2021", "2022"}, {"Agency social workers", "34.1", "32.5"}, {"of which covering a vacancy", "30.0", "31.5"}}}) ==
        "agency fte 2021 34.1 | agency fte 2022 32.5 | agency_cover fte 2021 30.0 | agency_cover fte 2022 31.5");
  CHECK(told({"Social workers", {{"", "2021", "2022"}, {"Vacancies, FTE (rate, %)", "43.0 (14.3)", "27.0 (7.7)"}}}) ==
        "vacancy fte 2021 43.0 | vacancy_rate percent 2021 14.3 | vacancy fte 2022 27.0 | vacancy_rate percent 2022 7.7");
  CHECK(told({"Social workers, FTE", {{"", "", "2021"}, {"Movement in the year", "Starters", "50.4"}, {"Movement in the year", "Leavers", "57.7"}}, 1, 2}) ==
        "starters fte 2021 50.4 | leavers fte 2021 57.7");
  CHECK(told({"Social workers", {{"Theme", "Indicator", "Unit", "2021"}, {"Workload", "Cases per social worker", "number", "16.0"}, {"Health", "Working days lost", "days", "3,073"}}, 1, 3}) ==
        "caseload cases_per_worker 2021 16.0 | working_days_lost days 2021 3073");
}

TEST_CASE("tables in halves, columns of shares, columns of aims, ticks under a payment") {
  CHECK(told({"Vacancies in social work by team", {{"Team", "Vacancies", "Team", "Vacancies"}, {"Duty team", "4", "Court team", "7"}}}) ==
        "vacancy unstated 4 Duty team | vacancy unstated 7 Court team");
  CHECK(told({"Social workers by contract", {{"Group", "Permanent", "Temporary", "Relief", "Total"}, {"Social workers", "90.1", "8.9", "1.0", "2,051"},
                                             {"Care managers", "94.1", "4.3", "1.6", "599"}, {"Assistants", "89.9", "7.0", "3.1", "694"}}}).find("90.1") == std::string::npos);
  CHECK(told({"Social workers", {{"Indicator", "2023", "Aim 2025"}, {"Vacancy rate (%)", "13.8", "11.2"}}}) == "vacancy_rate percent 2023 13.8 | vacancy_rate percent 2025 planned 11.2");
  CHECK(told({"Payments to social workers", {{"Payment", "Newly qualified", "Team manager"}, {"\u00A33,000 retention payment", "Yes *", "No"}}}) == "retention_payment gbp 3000");
}

TEST_CASE("names over columns of a table whose rows say what is counted are teams in the company of teams") {
  CHECK(told({"Social workers", {{"", "Riverside", "Duty team"}, {"Vacancies", "4", "7"}, {"Average caseload", "15.1", "17.2"}}}) ==
        "vacancy unstated 4 Riverside | vacancy unstated 7 Duty team | caseload cases_per_worker 15.1 Riverside | caseload cases_per_worker 17.2 Duty team");
  CHECK(told({"Social workers", {{"", "May", "June"}, {"Vacancies", "4", "7"}}}) == "vacancy unstated 4 | vacancy unstated 7");
}

TEST_CASE("headers of two levels: a general one over one that names its own, groups that say what their short headers leave out") {
  CHECK(told({"Social work", {{"Year", "Workforce (FTE)", "<", "<"}, {"", "In post", "Agency", "Vacant"}, {"2021", "90.5", "8.5", "6.1"}}, 2}) ==
        "inpost fte 2021 90.5 | agency fte 2021 8.5 | vacancy fte 2021 6.1");
  CHECK(told({"Social workers", {{"Year", "Rates (%)", "Cases", "<", "<"}, {"", "Vacancy", "Held", "Holders (FTE)", "Average"}, {"2021", "9.5", "1,905", "118.5", "16.1"}}, 2}) ==
        "vacancy_rate percent 2021 9.5 | cases count 2021 1905 | case_holders fte 2021 118.5 | caseload cases_per_worker 2021 16.1");
  CHECK(told({"Social workers", {{"Year", "Agency cover of vacancies"}, {"2021", "74.1%"}}}) == "vacancy_agency_cover_rate percent 2021 74.1");
  CHECK(told({"Agency workers as a percentage of all social workers in post", {{"", "2021"}, {"Total", "9.5"}}}) == "agency_rate percent 2021 9.5");
  CHECK(told({"Social work posts (FTE)", {{"Team", "Posts", "Employed", "Gap after agency"}, {"Duty team", "9.0", "7.5", "0.5"}}}) ==
        "establishment fte 9.0 Duty team | inpost fte 7.5 Duty team | unfilled_vacancy fte 0.5 Duty team");
}

TEST_CASE("cells of two figures under a corner or header that explains the bracket") {
  CHECK(told({"Social workers", {{"People (FTE)", "2021"}, {"In post", "525 (480.0)"}, {"Started in the year", "52 (49.8)"}}}) ==
        "inpost headcount 2021 525 | inpost fte 2021 480.0 | starters headcount 2021 52 | starters fte 2021 49.8");
  CHECK(told({"Social workers", {{"FTE (headcount)", "2021"}, {"In post", "480.0 (525)"}}}) == "inpost fte 2021 480.0 | inpost headcount 2021 525");
  CHECK(told({"Social workers", {{"Headcount (WTE)", "2021"}, {"Vacancies", "12 (10.5)"}}}) == "vacancy headcount 2021 12 | vacancy fte 2021 10.5");
}

TEST_CASE("a theme over columns gives way to what each of them counts") {
  CHECK(told({"Social workers", {{"Year", "Rates (%)", "Caseload", "<", "<"}, {"", "Vacancy", "Cases", "Holders (FTE)", "Average"}, {"2021", "9.5", "1,905", "118.5", "16.1"}}, 2}) ==
        "vacancy_rate percent 2021 9.5 | cases count 2021 1905 | case_holders fte 2021 118.5 | caseload cases_per_worker 2021 16.1");
}

TEST_CASE("days lost as a share of working days are a rate") {
  for (const char* label : {"Working days lost to sickness in the year as a share of working days", "Days lost as a percentage of all working days", "Percentage of working time lost to sickness"})
    CHECK(told({"Social workers", {{"Measure", "2021", "2022"}, {"Vacancies (FTE)", "9.0", "8.0"}, {label, "4.2", "4.0"}}}) ==
          "vacancy fte 2021 9.0 | vacancy fte 2022 8.0 | absence_rate percent 2021 4.2 | absence_rate percent 2022 4.0");
}
