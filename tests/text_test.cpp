#include "schemas/text.h"

#include <doctest/doctest.h>

#include "schemas/csv.h"
#include "schemas/identity.h"
#include "schemas/result.h"
#include "schemas/serialise.h"

using namespace muster;

TEST_CASE("folded: wordings that count as the same have one key") {
  struct Case { const char *text, *key; };
  const Case cases[] = {
      {"Children\u2019s  Services", "childrens services"}, {"Childrens Services", "childrens services"},
      {"Bath & North-East Somerset", "bath and north east somerset"}, {"NE/Bolsover \u2013 (NE/B)", "ne bolsover ne b"},
      {"Ynys M\u00F4n", "ynys m\u00F4n"}, {"", ""}, {"'", ""},
  };
  for (const Case& c : cases) CHECK_MESSAGE(folded(c.text) == c.key, c.text);
}

TEST_CASE("single_spaced: blanks of every kind, non-breaking ones included, become one") {
  CHECK(single_spaced(" a\t\u00A0 b\n\nc ") == "a b c");
  CHECK(single_spaced("") == "");
}

TEST_CASE("parse_csv: quotes, byte order mark, comments, short rows") {
  const CsvTable t = parse_csv("\xEF\xBB\xBF" "a,b\n# note\n\"x,\"\"y\"\"\n\",z\n", "t.csv");
  REQUIRE(t.rows.size() == 1);
  CHECK(t.at(0, "a") == "x,\"y\"\n");
  CHECK(t.at(0, "b") == "z");
  CHECK_THROWS_WITH(parse_csv("a,b\n1\n", "t.csv"), "t.csv:2: the row has 1 cells, the header has 2");
}

TEST_CASE("csv_cell: what a spreadsheet would run is made harmless, numbers stay") {
  CHECK(csv_cell("=1+1") == "'=1+1");
  CHECK(csv_cell("-5.2") == "-5.2");
  CHECK(csv_cell("- none") == "'- none");
  CHECK(csv_cell("a,b") == "\"a,b\"");
}

TEST_CASE("serialise: every member comes back, a cut or lengthened form is refused") {
  DocumentResult result;
  result.outline.text = "Vacancies 89.06";
  result.outline.tables.emplace_back().cells.push_back({.row = 1, .col = 2, .text = "89.06"});
  result.interpretation.observations.emplace_back().quantity.value = "89.06";
  result.diagnostics.add({.code = "x"});
  const std::string bytes = serialise(result);
  const DocumentResult back = deserialise<DocumentResult>(bytes);
  CHECK(serialise(back) == bytes);
  CHECK(back.outline.tables[0].cells[0].text == "89.06");
  CHECK_THROWS_AS(deserialise<DocumentResult>(bytes.substr(0, bytes.size() - 1)), ParseError);
  CHECK_THROWS_AS(deserialise<DocumentResult>(bytes + "x"), ParseError);
}

TEST_CASE("identity: content, parent and part make the document; parts of a key cannot run together") {
  CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(document_id("c", "", "") != document_id("c", "d1", ""));
  CHECK(row_id("o", "d", 0, "ab", "c") != row_id("o", "d", 0, "a", "bc"));
}
