#include "extractors/tables/smeared_cells.h"

#include <doctest/doctest.h>

#include "tests/text_lines.h"

using namespace muster;

namespace {

constexpr const char* smeared =
    "Team\tPosts (2017)\tVacant\tRate\nNorth\t20 (10)\t5\t25%\nSouth\t30 (20)\t3\t10%\nEast\t40 (30)\t4\t10%\nWest\t50 (40)\t5\t10%\n"
    "Children's\t60\t\t\nHome\t(50) 8\t6\t10%\nFront Door\t(n/a) 208\t2\t25%\nTotal\t(150)\t25\t12%";

std::string rival_in_short(const Table& table) {
  std::string out;
  for (const RivalReading& rival : table.rivals)
    for (const Cell& cell : rival.cells) out += std::to_string(cell.row) + "," + std::to_string(cell.col) + "=" + cell.text + " [" + cell.text_as_read + "];";
  return out;
}

}  // namespace

TEST_CASE("read_smeared_cells: as printed first, damaged; the rival has the same words in the column's shape") {
  const Table table = tables_of(smeared)[0].table;
  CHECK(in_short(table).ends_with("Children's Home|60 (50) 8|6|10%/Front Door|(n/a) 208|2|25%/Total|(150)|25|12%"));
  CHECK(rival_in_short(table) == "5,1=60 (50) [60 (50) 8];6,1=8 (n/a) [(n/a) 208];7,1=208 (150) [(150)];");
  CHECK(cell_at(table, 6, 1)->damaged);
  CHECK_FALSE(cell_at(table, 6, 2)->damaged);
  CHECK_FALSE(cell_at(table, 4, 1)->damaged);
}

TEST_CASE("read_smeared_cells: no rival where the words do not fit the rows, or the column has no shape") {
  const char* texts[] = {
      "Team\tPosts\tVacant\tRate\nNorth\t20 (10)\t5\t25%\nSouth\t30 (20)\t3\t10%\nEast\t40 (30)\t4\t10%\nWest\t50\t5\t10%\nHome\t(40) 8\t6\t10%",
      "Team\tPosts\tVacant\tRate\nNorth\t20\t5\t25%\nSouth\t30\t3\t10%\nEast\t40\t4\t10%\nWest\t50 60\t5\t10%",
      "Team\tPosts\tVacant\tRate\nNorth\t20 (10)\t5\t25%\nSouth\t30 (20)\t3\t10%\nEast\t40 (30)\t4\t10%",
  };
  for (const char* text : texts) CHECK_MESSAGE(tables_of(text)[0].table.rivals.empty(), text);
}
