#include "normalizers/settle_period.h"

#include <doctest/doctest.h>

#include "tests/hand_made_table.h"

using namespace muster;
using muster::testing::HandMadeTable;

namespace {

std::string told(const HandMadeTable& table) {
  static const Vocabulary vocabulary = Vocabulary::load(MUSTER_SOURCE_DIR "/schemas/vocabulary");
  return muster::testing::read_table(table, vocabulary);
}

HandMadeTable of_2024(std::string title, std::string before = "", std::string after = "") {
  HandMadeTable made{std::move(title), {{"", "2024"}, {"Vacancies (FTE)", "4"}, {"Leavers (FTE)", "3"}}};
  made.before = std::move(before);
  made.after = std::move(after);
  return made;
}

}  // namespace

TEST_CASE("a header's bare year means the day that the words around the table name with that year") {
  const char* const settled = "vacancy fte 2024-09-30 4 | leavers fte 2023-10-01/2024-09-30 3";
  CHECK(told(of_2024("Social workers, vacancies at 30 September 2024; leavers in the year to 30 September 2024")) == settled);
  CHECK(told(of_2024("Social workers", "Stocks are at 30 September 2024. Leavers are those of the year ending 30 September 2024.")) == settled);
  CHECK(told(of_2024("Social workers", "", "Vacancies: 30 September 2024. Leavers: twelve months to 30 September 2024.")) == settled);
  CHECK(told(of_2024("Social workers", "The return was taken on 30 September 2024, and on 30 September 2023.")) == settled);
}

TEST_CASE("a bare year stays one where the words name another day, another year, or the year is one among words") {
  const char* const bare = "vacancy fte 2024 4 | leavers fte 2024 3";
  CHECK(told(of_2024("Social workers", "The Panel met on 4 May 2023.")) == bare);
  CHECK(told(of_2024("Social workers", "It was agreed on 4 May 2024 and reported on 7 June 2024.")) == bare);
  HandMadeTable growth{"Social workers", {{"", "Established posts before the growth of 2024"}, {"Duty team", "4"}}};
  growth.before = "The list is that of 30 April 2024.";
  CHECK(told(growth) == "establishment unstated 2024 4 Duty team");
}

TEST_CASE("years that a document says how they run") {
  HandMadeTable rates{"Position on 30 September at the end of each year", {{"", "2022/23", "2023/24"}, {"Vacancy rate (%)", "8.1", "7.2"}}};
  CHECK(told(rates) == "vacancy_rate percent 2023-09-30 8.1 | vacancy_rate percent 2024-09-30 7.2");
  HandMadeTable joiners{"Joiners", {{"", "2022/23", "2023/24"}, {"Joiners (FTE)", "8.1", "7.2"}}};
  joiners.after = "Workforce years run from 1 October to 30 September.";
  CHECK(told(joiners) == "starters fte 2022-10-01/2023-09-30 8.1 | starters fte 2023-10-01/2024-09-30 7.2");
}

TEST_CASE("months within a stretch that the title names") {
  HandMadeTable months{"Social workers, April to September 2024", {{"", "Apr", "Sep"}, {"Vacancies (FTE)", "4", "3"}}};
  CHECK(told(months) == "vacancy fte 2024-04 4 | vacancy fte 2024-09 3");
  HandMadeTable winter{"Social workers, October 2023 to March 2024", {{"", "Nov", "Feb", "May"}, {"Vacancies (FTE)", "4", "3", "2"}}};
  CHECK(told(winter) == "vacancy fte 2023-11 4 | vacancy fte 2024-02 3 | vacancy fte 2");
}
