#include "extractors/office/read_delimited.h"

#include <doctest/doctest.h>

#include "extractors/read/sniff.h"
#include "tests/drawn_tags.h"

using namespace muster;

TEST_CASE("record_separator: tables and letters told apart") {
  struct Case { const char *name, *text; bool promised; char separator; };
  const Case cases[] = {
      {"table", "Team,FTE\nNorth,5\nSouth,6\n", false, ','},
      {"semicolons", "Team;FTE\nNorth;5,5\nSouth;6,1\n", false, ';'},
      {"quoted fields with separators and line ends", "Team,FTE\n\"North, East\",5\n\"South\nWest\",6\n", false, ','},
      {"letter with a comma in each line", "Dear Sir,\nwe hold this, and more\nyours, the officer\n", false, '\0'},
      {"letter", "Dear Sir\nAgency staff: 4\n", false, '\0'},
      {"rows of unequal width need the promise", "Title\nTeam,FTE\nNorth,5\n", false, '\0'},
      {"rows of unequal width", "Title\nTeam,FTE\nNorth,5\n", true, ','},
      {"tabs need the promise", "Team\tFTE\nNorth\t5\nSouth\t6\n", false, '\0'},
      {"tabs", "Team\tFTE\nNorth\t5\nSouth\t6\n", true, '\t'},
      {"a letter that was named so", "Dear Sir\nAgency staff: 4\n", true, '\0'},
  };
  for (const Case& c : cases) CHECK_MESSAGE(record_separator(c.text, c.promised) == c.separator, c.name);
}

TEST_CASE("sniff: separated values by content, the name helps only text") {
  CHECK(sniff("Team,FTE\nNorth,5\nSouth,6\n") == SourceKind::delimited);
  CHECK(sniff("Title\nTeam,FTE\nNorth,5\n", "a.csv") == SourceKind::delimited);
  CHECK(sniff("Title\nTeam,FTE\nNorth,5\n", "a.txt") == SourceKind::text);
  CHECK(sniff("%PDF-1.7\n", "a.csv") == SourceKind::pdf);
}

TEST_CASE("read_delimited: a sheet") {
  struct Case { const char *name, *text, *tags; };
  const Case cases[] = {
      {"title, table, note", "Vacancies\r\nTeam,FTE,Rate\r\n\"North, East\",\"1,005\",12.5%\r\n\r\nFigures are those of the last day of the financial year.",
       "body(p(Vacancies) table(tr(td(Team) td(FTE) td(Rate)) tr(td(North, East) td(1,005) td(12.5%))) p(Figures are those of the last day of the financial year.))"},
      {"doubled quotation marks, pounds in windows-1252", "Team,Cost\nThe \"\"A\"\" team,\xA3" "5\n\"\"\"B\"\"\",2\n",
       "body(table(tr(td(Team) td(Cost)) tr(td(The \"\"A\"\" team) td(\u00A3" "5)) tr(td(\"B\") td(2))))"},
      {"byte order mark", "\xEF\xBB\xBFTeam,FTE\nNorth,5\n", "body(table(tr(td(Team) td(FTE)) tr(td(North) td(5))))"},
      {"a mark never closed", "Team,FTE\n\"North,5\nSouth,6\n", "body(table(tr(td(Team) td(FTE)) tr(td(\"North) td(5)) tr(td(South) td(6))))"},
      {"blank", ",,\n,,\n", ""},
  };
  for (const Case& c : cases) {
    Diagnostics diagnostics;
    CHECK_MESSAGE(testing::drawn(read_delimited({.bytes = c.text}, {}, diagnostics).tags) == c.tags, c.name);
  }
}
