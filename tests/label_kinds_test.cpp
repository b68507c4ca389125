#include "normalizers/label_kinds.h"

#include <doctest/doctest.h>

#include "tests/hand_made_table.h"

using namespace muster;
using muster::testing::HandMadeTable;

namespace {

std::string told(const HandMadeTable& table, const std::string& publisher = "") {
  static const Vocabulary vocabulary = Vocabulary::load(MUSTER_SOURCE_DIR "/schemas/vocabulary");
  DocumentRecord record;
  record.publisher_code = publisher;
  return muster::testing::read_table(table, vocabulary, record);
}

}  // namespace

TEST_CASE("labels are teams where their header, their title or the measures beside them say so") {
  CHECK(told({"", {{"Locality", "Vacant FTE"}, {"Duty", "2.0"}, {"All localities", "2.0"}}}) == "vacancy fte 2.0 Duty | vacancy fte 2.0");
  CHECK(told({"Social work teams, 1 May 2023", {{"", "Vacancies"}, {"Thornbeck", "2"}}}) == "vacancy unstated 2023-05-01 2 Thornbeck");
  CHECK(told({"Social workers", {{"", "Posts in establishment", "Vacancies"}, {"Thornbeck", "9", "2"}}}) == "establishment unstated 9 Thornbeck | vacancy unstated 2 Thornbeck");
  CHECK(told({"Social workers", {{"Role", "Vacancies"}, {"Social care assessors", "2"}}}) == "vacancy unstated 2");
  CHECK(told({"Social workers", {{"Indicator", "2021"}, {"Vacancies in Thornbeck", "2"}}}) == "vacancy unstated 2021 2");
}

TEST_CASE("points of the compass are parts of the authority beside others of their sort, of the country beside the country") {
  CHECK(told({"", {{"Locality", "Vacancies"}, {"South East", "2"}, {"West", "1"}}}, "E06000057") == "vacancy unstated 2 South East | vacancy unstated 1 West");
  CHECK(told({"Vacancies", {{"Year", "North", "South"}, {"2021", "4", "3"}}}, "E06000057") == "vacancy unstated 2021 4 North | vacancy unstated 2021 3 South");
  CHECK(told({"Vacancy rate, %", {{"Year", "South East", "England"}, {"2021", "4", "3"}}}, "E06000057") == "vacancy_rate percent 2021 4 of E12000008 | vacancy_rate percent 2021 3 of E92000001");
}

TEST_CASE("rows of many bodies together are left out") {
  CHECK(told({"Vacancy rate of social workers, %", {{"Council", "2021"}, {"Statistical neighbours", "14.1"}, {"England", "16.0"}}}, "E06000057") == "vacancy_rate percent 2021 16.0 of E92000001");
  CHECK(told({"Social workers", {{"Year", "Vacancy rate", "Similar councils"}, {"2021", "8%", "9%"}}}, "E06000057") == "vacancy_rate percent 2021 8");
}

TEST_CASE("labels under a header that names a split are its values, and a percentage by reason is no turnover") {
  CHECK(told({"Leavers", {{"Reason", "Number of leavers", "%"}, {"Another council", "4", "40%"}, {"Total", "10", "100%"}}}) ==
        "leavers unstated 4 (reason=Another council) | leavers unstated 10");
  CHECK(told({"Social workers in post", {{"Age group", "Headcount in post"}, {"Under 25", "12"}}}) == "inpost headcount 12 (age=Under 25)");
}

TEST_CASE("councils by the first word of their name, areas that are councils, teams named after places") {
  CHECK(told({"Vacancy rate of social workers, %", {{"Council", "2021"}, {"Newcastle", "14.1"}, {"Southend", "9.0"}, {"Leeds", "7.5"}}}, "E06000057") ==
        "vacancy_rate percent 2021 14.1 of E08000021 | vacancy_rate percent 2021 9.0 of E06000033 | vacancy_rate percent 2021 7.5 of E08000035");
  CHECK(told({"Vacancy rate of social workers, %", {{"Area", "2021"}, {"Kent", "14.1"}, {"Surrey", "9.0"}, {"Medway", "7.5"}, {"South East", "8.0"}}}, "E10000016") ==
        "vacancy_rate percent 2021 14.1 | vacancy_rate percent 2021 9.0 of E10000030 | vacancy_rate percent 2021 7.5 of E06000035 | vacancy_rate percent 2021 8.0 of E12000008");
  CHECK(told({"Social workers", {{"Team", "Vacancies"}, {"Adoption South West Plymouth", "2"}, {"Fostering and Adoption total", "3"}}}, "E06000026") ==
        "vacancy unstated 2 Adoption South West Plymouth | vacancy unstated 3 Fostering and Adoption total");
  CHECK(told({"Teams at 31 May 2023", {{"", "Duty", "Wigan Central"}, {"Vacancies", "2", "1"}}}, "E08000010") == "vacancy unstated 2023-05-31 2 Duty | vacancy unstated 2023-05-31 1 Wigan Central");
  CHECK(told({"Vacancy rate of social workers, %", {{"", "Comparators", "<"}, {"", "North East", "England"}, {"2021", "8", "9"}}, 2}, "E06000057") ==
        "vacancy_rate percent 2021 8 of E12000001 | vacancy_rate percent 2021 9 of E92000001");
}
