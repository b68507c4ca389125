#include "extractors/tables/tables_in_lines.h"

#include <doctest/doctest.h>

#include "tests/text_lines.h"

using namespace muster;

TEST_CASE("find_tables_in_lines: tables of small texts, cell by cell") {
  struct Case { const char *what, *text, *tables; };
  const Case cases[] = {
      {"title row, garbled scraps and a spanning header over repeated headers",
       "Posts by team\t\t\t\t\n\tChildren\tServices\tAdult Ca\tre\nTeam\tPosts\tRate\tPosts\tRate\nNorth\t4\t5%\t6\t7%\nSouth\t8\t9%\t10\t11%\nAdult Care",
       "|Children Services|^|Adult Care|^/Team|Posts|Rate|Posts|Rate/North|4|5%|6|7%/South|8|9%|10|11%"},
      {"blank columns go", "A\tB\t\t\nx\t1\t\t\ny\t2\t\t", "A|B/x|1/y|2"},
      {"a cell goes on below while its bracket is open",
       "Body\tLow\tHigh\nNorth\t10\t20 (most\n\t\tposts 25)\nSouth\t11\t21", "Body|Low|High/North|10|20 (most posts 25)/South|11|21"},
      {"a label split over two lines", "Team\tPosts\tRate\nWest and\t\t\nEast\t4\t5%\nSouth\t6\t7%", "Team|Posts|Rate/West and East|4|5%/South|6|7%"},
      {"labels in the middle of their rows",
       "\tPoint\tPay\n\t1\t10\nBand\t2\t11\nA\t3\t12\n\t4\t13\n\t5\t14\nBand\t6\t15\nB\t7\t16\n\t8\t17",
       "|Point|Pay/Band A|1|10/^|2|11/^|3|12/^|4|13/Band B|5|14/^|6|15/^|7|16/^|8|17"},
      {"text beside rows that runs on",
       "Point\tPay\tNote\n1\t10\tTo be used from\n2\t11\tnext April on\n3\t12\t", "Point|Pay|Note/1|10|To be used from next April on/2|11|^/3|12|"},
      {"a page break with the header repeated", "Team\tPosts\nNorth\t4\n\nPUBLIC\n\nTeam\tPosts\nSouth\t5", "Team|Posts/North|4/South|5"},
      {"a blank line within the figures", "Team\tPosts\nNorth\t4\n\nSouth\t5\nEast\t6", "Team|Posts/North|4/South|5/East|6"},
      {"two tables with headers of their own", "Team\tPosts\nNorth\t4\n\nGrade\tPay\nA\t5", "Team|Posts/North|4 || Grade|Pay/A|5"},
      {"a table within a cell",
       "1. Do you?\tYes\t\t\n2. How many?\tYear\tCame\tLeft\n\t2019\t4\t5\n\t2020\t6\t7\n3. Why?\tNot held\t\t\n4. When?\tNo\t\t",
       "1. Do you?|Yes||/2. How many?|Year|Came|Left/|2019|4|5/|2020|6|7/3. Why?|Not held||/4. When?|No||"},
      {"several paragraphs in one cell", "<p>a. One?</p> <p>b. Two?</p>\t<p>No</p>\n<p>c. Three?</p>\tYes", "a. One?~b. Two?|No/c. Three?|Yes"},
      {"an action plan in lines",
       "Action\tWhen\tWho\nAdvertise the posts on\tMay 2020\tHead of\nthe council's own site\t\tService\nPriority 1 – Keep\t\t\nReview the pay of all\tJune 2020\tDirector\nsocial workers\t\t\nPriority 2 – Learn\t\t\nTrain managers in\tJuly 2020\tDirector\nsupervision\t\t",
       "Action|When|Who/Advertise the posts on the council's own site|May 2020|Head of Service/Priority 1 – Keep||/Review the pay of all social workers|June 2020|Director/Priority 2 – Learn||/Train managers in supervision|July 2020|Director"},
      {"a plan whose cell breaks out of the grid",
       "Recommendation\tAction taken\tLead\tWhen\nRecommendation 1. That posts are filled.\tThis is in hand for two reasons: 1. Money was found.\tHead\t\n\n2. Staff were asked.\n\nFurther steps: more adverts\tFrom May\n\nRecommendation 2. That pay is reviewed.\tA review began last year and will end soon.\tDirector\tJune",
       "Recommendation|Action taken|Lead|When/Recommendation 1. That posts are filled.|This is in hand for two reasons: 1. Money was found.~2. Staff were asked.~Further steps: more adverts|Head|From May/Recommendation 2. That pay is reviewed.|A review began last year and will end soon.|Director|June"},
  };
  for (const Case& c : cases) CHECK_MESSAGE(tables_in_short(c.text) == c.tables, c.what);
}

TEST_CASE("find_tables_in_lines: title, notes, marks and lines taken") {
  const std::vector<TableInLines> tables = tables_of("Table 2: staff by team:\n\nTeam\tPosts*\nNorth\t<5*\nSouth\t9\n\n*Posts at year's end\n\nMore text.");
  REQUIRE(tables.size() == 1);
  const Table& table = tables[0].table;
  CHECK(table.title == "Table 2: staff by team:");
  REQUIRE(table.notes.size() == 1);
  CHECK(table.notes[0].mark == "*");
  CHECK(table.notes[0].text == "Posts at year's end");
  CHECK(cell_at(table, 1, 1)->text == "<5");
  CHECK(cell_at(table, 1, 1)->marks == "*");
  CHECK(cell_at(table, 0, 1)->kind == CellKind::column_header);
  CHECK(tables[0].first == 2);
  CHECK(tables[0].last == 4);
}

TEST_CASE("find_tables_in_lines: a question over its table is no title") {
  CHECK(tables_of("3. The cost was this:\n\nYear\tCost\n2019\t4\n2020\t5")[0].table.title.empty());
}

TEST_CASE("find_tables_in_lines: a row that has lost a cell makes the columns uncertain") {
  Diagnostics diagnostics;
  const auto tables = find_tables_in_lines(lines_of("Team\tPosts\tLeft\nNorth\t4\t5\nSouth\t6"), document_words(), diagnostics);
  REQUIRE(tables.size() == 1);
  CHECK(tables[0].table.columns_uncertain);
  REQUIRE(diagnostics.list().size() == 1);
  CHECK(diagnostics.list()[0].code == "row_shorter_than_header");
  CHECK(diagnostics.list()[0].place.line == 3);
}
