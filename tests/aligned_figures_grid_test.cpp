#include <doctest/doctest.h>

#include "tests/text_lines.h"

using namespace muster;

TEST_CASE("aligned_figures_grid_at: tables in text that keeps the page's layout") {
  struct Case { const char *what, *text, *tables; };
  const Case cases[] = {
      {"a header, a section, a figure a little off its column",
       "Measure              2019      2020\nStaff in post\nPosts (FTE)         102.0      99.5\nVacancies              84               80\nRate (%)             10.7      12.1",
       "Measure|2019|2020/Staff in post||/Posts (FTE)|102.0|99.5/Vacancies|84|80/Rate (%)|10.7|12.1"},
      {"a label above and below its figures",
       "Measure              2019      2020\nPosts                 102        99\nShare of posts that\n                      7.5       8.5\nare vacant (%)\nRate                 10.7      12.1",
       "Measure|2019|2020/Posts|102|99/Share of posts that are vacant (%)|7.5|8.5/Rate|10.7|12.1"},
      {"headers over groups of columns",
       "                     North               South\nTeam              2019     2020      2019     2020\nFirst               10       11        12       13\nSecond              14       15        16       17",
       "|North|^|South|^/Team|2019|2020|2019|2020/First|10|11|12|13/Second|14|15|16|17"},
      {"a header of several lines",
       "                  Social\n                 workers     Turnover\nAuthority        in post     rate (%)\nHillshire           54.7         41.8\nDaleshire          212.9         13.2",
       "Authority|Social workers in post|Turnover rate (%)/Hillshire|54.7|41.8/Daleshire|212.9|13.2"},
      {"a missing figure leaves its place blank",
       "Team              2019     2020     2021\nFirst               10       11       12\nSecond              14                16\nThird               17       18       19",
       "Team|2019|2020|2021/First|10|11|12/Second|14||16/Third|17|18|19"},
      {"keys of a letterhead are no table", "From:             The Clerk\nDate:             3 May\nOur ref:          17", ""},
      {"bullets are no table", "\u2022    a single offer of 12 days\n\u2022    another offer of 14 days", ""},
  };
  for (const Case& c : cases) CHECK_MESSAGE(tables_in_short(c.text) == c.tables, c.what);
}
