#include "normalizers/table_labels.h"

#include <doctest/doctest.h>

#include "tests/hand_made_table.h"

using namespace muster;
using namespace muster::testing;

TEST_CASE("read_labels: columns of running numbers name rows and are no figures") {
  struct Case { const char* name; HandMadeTable table; std::vector<bool> index; };
  const Case cases[] = {
      {"four ranks under a header", {.rows = {{"Council", "Rank", "Posts"}, {"North", "1", "40"}, {"South", "2", "38"}, {"East", "3", "20"}, {"West", "4", "12"}}}, {false, true, false}},
      {"three under a header may be figures", {.rows = {{"Team", "Posts", "Leavers"}, {"North", "7", "4"}, {"South", "8", "1"}, {"East", "9", "2"}}}, {false, false, false}},
      {"three boxes of a form without a header", {.rows = {{"Staff in post", "FTE", ""}, {"Qualified", "12.3", "95"}, {"Other", "64.6", "96"}, {"All", "76.9", "97"}}}, {false, false, true}},
      {"pay points with gaps", {.rows = {{"Grade", "Point", "Salary"}, {"9", "16", "25,064"}, {"9", "17", "25,673"}, {"10", "20", "27,914"}, {"10", "22", "29,957"}}}, {true, true, false}},
  };
  for (const Case& c : cases) {
    Outline outline;
    CHECK_MESSAGE(read_labels(table_of(c.table, outline)).index_columns == c.index, c.name);
  }
}
