#include "normalizers/label_cycles.h"

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

TEST_CASE("a label that stands once in each block of a repeated sequence holds for the block") {
  const std::vector<std::vector<std::string>> middle = {{"Team", "Year", "Vacancies"}, {"", "2021", "4"}, {"Duty team", "2022", "5"}, {"", "2023", "6"},
                                                        {"", "2021", "1"}, {"Court team", "2022", "2"}, {"", "2023", "3"}};
  CHECK(told({"Social workers", middle, 1, 2}) ==
        "vacancy unstated 2021 4 Duty team | vacancy unstated 2022 5 Duty team | vacancy unstated 2023 6 Duty team | "
        "vacancy unstated 2021 1 Court team | vacancy unstated 2022 2 Court team | vacancy unstated 2023 3 Court team");
  const std::vector<std::vector<std::string>> first = {{"Team", "Year", "Vacancies"}, {"Duty team", "2022", "5"}, {"", "2023", "6"}, {"Court team", "2022", "2"}, {"", "2023", "3"}};
  CHECK(told({"Social workers", first, 1, 2}) ==
        "vacancy unstated 2022 5 Duty team | vacancy unstated 2023 6 Duty team | vacancy unstated 2022 2 Court team | vacancy unstated 2023 3 Court team");
}

TEST_CASE("sequences that do not repeat spread no label") {
  const std::vector<std::vector<std::string>> rows = {{"Team", "Year", "Vacancies"}, {"Duty team", "2021", "5"}, {"", "2022", "6"}, {"Court team", "2021", "2"}, {"", "2023", "3"}};
  CHECK(told({"Social workers", rows, 1, 2}) ==
        "vacancy unstated 2021 5 Duty team | vacancy unstated 2022 6 | vacancy unstated 2021 2 Court team | vacancy unstated 2023 3");
}
