#include "extractors/tables/grids_in_lines.h"

#include <doctest/doctest.h>

#include "tests/text_lines.h"

using namespace muster;

namespace {

std::string grids_in_short(std::string_view text) {
  std::string out;
  for (const FlatGrid& grid : grids_in_lines(lines_of(text))) {
    out += out.empty() ? "" : " || ";
    for (size_t r = 0; r < grid.rows.size(); ++r) {
      out += r > 0 ? "/" : "";
      for (size_t c = 0; c < grid.rows[r].cells.size(); ++c) out += (c > 0 ? "|" : "") + grid.rows[r].cells[c].text;
    }
  }
  return out;
}

}  // namespace

TEST_CASE("grids_in_lines: the ways in which text keeps a grid") {
  struct Case { const char *what, *text, *grids; };
  const Case cases[] = {
      {"tabs", "Team\tPosts\nNorth\t<b>4</b>\nSouth\t5", "Team|Posts/North|4/South|5"},
      {"a label and its text is a list item", "6.\tApply for a post\n7.\tLeave", ""},
      {"keys and values are lines", "Our ref:\t12\nDate:\t3 May", ""},
      {"drawn lines are no grid", "--\t--", ""},
      {"pipes with a ruling and an escaped pipe", "| A | B |\n|---|:-:|\n| x\\|y | 2 |", "A|B/x|y|2"},
      {"one pipe row is no grid", "| A | B |\ntext", ""},
      {"one cell a line behind a tab", "\tYear\n\t2019\n\n\tPosts\n\t12\n", "Year|2019/Posts|12"},
      {"aligned blanks", "Team      Posts   Rate\nNorth        4     5%\nSouth       15    10%", "Team|Posts|Rate/North|4|5%/South|15|10%"},
      {"two blanks after a full stop are prose", "It was.  It is.  Yes\nIt will be.  It may.  No", ""},
      {"words between rows", "Year Posts Rate\n2019 4 5%\n2020 6 7%\nThat is all.", "Year|Posts|Rate/2019|4|5%/2020|6|7%"},
      {"headers of several words", "Year Agency staff Own staff\n2019 4 50\n2020 6 70", "Year|Agency staff|Own staff/2019|4|50/2020|6|70"},
      {"periods over the values", "Team 2019 2020\nNorth West 4 50\nSouth 6 70", "Team|2019|2020/North West|4|50/South|6|70"},
      {"leaders between labels and figures", "Area 2019 2020\nNorth \u2026 4 50\nSouth...... 6 70", "Area|2019|2020/North|4|50/South|6|70"},
      {"words after the periods head a column of their own", "Area 2019 2020 (rate)\nNorth 4 50 0.2\nSouth 6 70 0.3", "Area|2019|2020|(rate)/North|4|50|0.2/South|6|70|0.3"},
      {"years under lines of words", "Home helps at 30 September\nNumber\n1998 42\n1999 39\n2000 35", "|Number/1998|42/1999|39/2000|35"},
      {"a footnote stuck to a year", "Home helps\nNumber\n19981 42\n19991 39\n2000 35", "|Number/1998|42/1999|39/2000|35"},
      {"five digits that are no year", "Codes\nNumber\n19981 42\n19481 39\n20011 35", "|Number/19981|42/19481|39/20011|35"},
      {"two years are no table", "Number\n1998 42\n1999 39", ""},
      {"a sentence over years is no header", "We had these.\n1998 42\n1999 39\n2000 35", ""},
      {"a header that does not fit makes no grid", "Year Number of staff\n2019 4 50\n2020 6 70", ""},
      {"one cell a line without a mark", "Year\nLeavers\n2019/20\n12\n2020/21\n15", "Year|Leavers/2019/20|12/2020/21|15"},
      {"cells run together", "Year\nTurnover\nVacancy\n2020/21\nOwn 5%\nAgency 7%Own 2%\nAgency 3%", "Year|Turnover|Vacancy/2020/21|Own 5%\nAgency 7%|Own 2%\nAgency 3%"},
      {"an empty form", "Year\nTurnover\n2019/20\n2020/21", ""},
      {"labels and figures in turn", "Team\nPosts\nLeavers\nNorth\n4\n1\nSouth\n6\n2", "Team|Posts|Leavers/North|4|1/South|6|2"},
      {"answers in turn are no grid", "1. How many?\n4\n2. How many left?\n5\n3. How many came?\n6", ""},
  };
  for (const Case& c : cases) CHECK_MESSAGE(grids_in_short(c.text) == c.grids, c.what);
}

TEST_CASE("grids_in_lines: hostile texts take time in step with their length") {
  const std::string rows[] = {"a\tb\n", "\ta\n", "a  b  c\n", "| a | b |\nx\n", "Year\nA\n2019\n1\n", "Year A\n2019 1\n", "ab\n", "a\tb\n\n", "a  b\nc\n", "a  b  1  c\nd\n"};
  for (const std::string& row : rows) {
    std::string text;
    for (int i = 0; i < 20'000; ++i) text += row;
    CHECK_NOTHROW(grids_in_lines(lines_of(text)));
  }
}
