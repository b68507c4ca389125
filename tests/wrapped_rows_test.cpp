// Tables of words whose cells run over printed lines.
#include <doctest/doctest.h>

#include "tests/text_lines.h"

using namespace muster;

namespace {

// Columns of damaged cells by row: "1:02" is the second row's first and third.
std::string damaged_in(const Table& table) {
  std::string out;
  for (int r = 0; r < table.rows; ++r) {
    std::string columns;
    for (const Cell& cell : table.cells)
      if (cell.row == r && cell.damaged) columns += std::to_string(cell.col);
    if (!columns.empty()) out += (out.empty() ? "" : " ") + std::to_string(r) + ":" + columns;
  }
  return out;
}

std::string plan_of(const std::string& rows) {
  return "Action\tWhen\tWho\nAdvertise the posts on\tMay 2020\tHead of\nthe council's own site\t\tService\n" + rows +
         "Priority 2 \u2013 Learn\t\t\nTrain managers in\tJuly 2020\tDirector\nsupervision\t\t\nHold a day for all\tMay 2021\tMs Low\nstaff to learn from\t\t\n"
         "one another\t\t\nPriority 3 \u2013 Lead\t\t\nName a lead for each\tJune 2021\tDirector\nof the teams\t\t\nMeet with the heads\tJuly 2021\tMr Fox\nof all schools\t\tand team\n"
         "Tell leavers\tMay 2022\tMs Low\nhow to return\t\tand team\n";
}

}  // namespace

TEST_CASE("join_wrapped_rows: sections whose name wraps or whose line holds scraps; prints that overlap are marked") {
  struct Case { const char *what, *rows, *table, *damaged; };
  const Case cases[] = {
      {"a name over two lines", "Priority 1 \u2013 Keep\t\t\nStaff\t\t\nReview the pay\tJune 2020\tMs Low\nof all\t\t\n",
       "Priority 1 \u2013 Keep Staff||/Review the pay of all|June 2020|Ms Low", ""},
      {"a scrap of the cell above beside a name", "Review the pay\tJune 2020\tSafeguarding\nPriority 1 \u2013 Keep\t\tJaioguarung\nAsk all\tMay 2021\tMs Low\nof them\t\t\n",
       "Review the pay|June 2020|Safeguarding/Priority 1 \u2013 Keep||Jaioguarung/Ask all of them|May 2021|Ms Low", "3:2"},
      {"other words beside it are a row", "Priority 1 \u2013 Keep\tJune 2020\tMs Low\nall of them\t\t\n", "Priority 1 \u2013 Keep all of them|June 2020|Ms Low", ""},
      {"the beginning of the line below, garbled", "Review the pay\tJune 2020\tloint mecting held\nof all\t\tJoint meeting held by all of us\n",
       "Review the pay of all|June 2020|loint mecting held Joint meeting held by all of us", "2:2"},
      {"letters that are no words", "Review the pay\tJune 2020\tMs Low\nof all\t\tA A B A A\n", "Review the pay of all|June 2020|Ms Low A A B A A", "2:2"},
      {"the same words twice in one cell", "Review the pay\tJune 2020\tDone\nof all\t\tDone\n", "Review the pay of all|June 2020|Done Done", "2:2"},
      {"lines with words in common are different lines", "Review the pay\tJune 2020\tHead of Service\nof all\t\tHead of Finance\n",
       "Review the pay of all|June 2020|Head of Service Head of Finance", ""},
  };
  for (const Case& c : cases) {
    const std::vector<TableInLines> tables = tables_of(plan_of(c.rows));
    REQUIRE(tables.size() == 1);
    const std::string whole = "Action|When|Who/Advertise the posts on the council's own site|May 2020|Head of Service/" + std::string(c.table) +
                              "/Priority 2 \u2013 Learn||/Train managers in supervision|July 2020|Director/Hold a day for all staff to learn from one another|May 2021|Ms Low"
                              "/Priority 3 \u2013 Lead||/Name a lead for each of the teams|June 2021|Director"
                              "/Meet with the heads of all schools|July 2021|Mr Fox and team/Tell leavers how to return|May 2022|Ms Low and team";
    CHECK_MESSAGE(in_short(tables[0].table) == whole, c.what << " -> " << in_short(tables[0].table));
    CHECK_MESSAGE(damaged_in(tables[0].table) == c.damaged, c.what << " -> " << damaged_in(tables[0].table));
  }
}
