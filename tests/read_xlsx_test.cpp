#include "extractors/office/read_xlsx.h"

#include <doctest/doctest.h>

#include <sstream>

#include "extractors/office/xlsx_sheet.h"
#include "tests/drawn_tags.h"
#include "tests/hand_made_zip.h"

using namespace muster;
using testing::SheetXml;
using testing::xlsx_of;

namespace {

std::string drawn(const std::string& xlsx, Diagnostics* diagnostics = nullptr) {
  Diagnostics own;
  const Document document = read_xlsx({.bytes = xlsx}, {}, diagnostics ? *diagnostics : own);
  return document.failure.empty() ? testing::drawn(document.tags) : document.failure;
}

// Rows by '\n', cells by '|'; numbers are numbers, the rest inline strings; blank cells are left out.
std::string rows(const std::string& text) {
  std::string out = "<sheetData>";
  int r = 0;
  for (const std::string_view row : split(text, '\n')) {
    out += "<row r='" + std::to_string(++r) + "'>";
    char column = 'A';
    for (const std::string_view piece : split(row, '|')) {
      const std::string cell(trimmed(piece)), name = std::string(1, column++) + std::to_string(r);
      if (cell.empty()) continue;
      const bool number = cell.find_first_not_of("0123456789.") == std::string::npos;
      out += number ? "<c r='" + name + "'><v>" + cell + "</v></c>" : "<c r='" + name + "' t='inlineStr'><is><t>" + cell + "</t></is></c>";
    }
    out += "</row>";
  }
  return out + "</sheetData>";
}

std::string sheet(const std::string& text, const std::string& more = {}) { return xlsx_of({{"Sheet1", rows(text) + more}}); }

}  // namespace

TEST_CASE("read_xlsx: titles, tables and notes told apart") {
  struct Case { const char *name, *rows, *tags; };
  const Case cases[] = {
      {"one table", "Team|FTE\nNorth|5", "body(table(tr(td(Team) td(FTE)) tr(td(North) td(5))))"},
      {"title and note", "Vacancies by team\nTeam|FTE\nNorth|5\nFigures are as at the last day of the financial year.",
       "body(p(Vacancies by team) table(tr(td(Team) td(FTE)) tr(td(North) td(5))) p(Figures are as at the last day of the financial year.))"},
      {"two tables under one another", "Team|FTE\nNorth|5\n\nGrade|Heads\nSix|7",
       "body(table(tr(td(Team) td(FTE)) tr(td(North) td(5))) table(tr(td(Grade) td(Heads)) tr(td(Six) td(7))))"},
      {"a part without header goes on", "Team|FTE\nNorth|5\n\nSouth|7\nTotal|12",
       "body(table(tr(td(Team) td(FTE)) tr(td(North) td(5)) tr(td(South) td(7)) tr(td(Total) td(12))))"},
      {"two tables side by side", "Team|FTE||Grade|Heads\nNorth|5||Six|7\nSouth|6||Seven|8",
       "body(table(tr(td(Team) td(FTE)) tr(td(North) td(5)) tr(td(South) td(6))) table(tr(td(Grade) td(Heads)) tr(td(Six) td(7)) tr(td(Seven) td(8))))"},
      {"a gap in one table", "Team||2017|2018\nNorth||5|6\nSouth||7|8",
       "body(table(tr(td(Team) td(2017) td(2018)) tr(td(North) td(5) td(6)) tr(td(South) td(7) td(8))))"},
      {"lines of words", "Notes\n\nThese are figures of the council.", "body(p(Notes) p(These are figures of the council.))"},
      {"short rows are filled", "Team|FTE|Note\nNorth|5", "body(table(tr(td(Team) td(FTE) td(Note)) tr(td(North) td(5) td)))"},
  };
  for (const Case& c : cases) CHECK_MESSAGE(drawn(sheet(c.rows)) == c.tags, c.name);
}

TEST_CASE("read_xlsx: merges, also those that reach too far") {
  CHECK(drawn(sheet("Team|2017||2018\n|FTE|Heads|FTE\nNorth|5|6|7", "<mergeCells><mergeCell ref='A1:A2'/><mergeCell ref='B1:C1'/></mergeCells>")) ==
        "body(table(tr(td rowspan=2(Team) td colspan=2(2017) td(2018)) tr(td(FTE) td(Heads) td(FTE)) tr(td(North) td(5) td(6) td(7))))");
  CHECK(drawn(sheet("Team|FTE\nNorth|5", "<mergeCells><mergeCell ref='A1:XFD1048576'/></mergeCells>")) == "body(p(Team))");
}

TEST_CASE("read_xlsx: values as shown") {
  const std::string styles =
      "<numFmts><numFmt numFmtId='164' formatCode='0.0%'/></numFmts><fonts><font/><font><b/></font></fonts>"
      "<cellXfs><xf numFmtId='0' fontId='0'/><xf numFmtId='164' fontId='1'/><xf numFmtId='17' fontId='0'/></cellXfs>";
  const std::string strings = "<si><t>Rate</t></si><si><r><t>FTE</t></r><r><rPr><vertAlign val='superscript'/></rPr><t>1</t></r><rPh><t>x</t></rPh></si>";
  const std::string xml =
      "<sheetData><row><c t='s'><v>0</v></c><c t='s'><v>1</v></c></row>"
      "<row><c s='1'><f>1/8</f><v>0.125</v></c><c s='2'><v>43586</v></c></row>"
      "<row><c t='b'><v>1</v></c><c t='e'><v>#REF!</v></c></row><row><c t='str'><f>A1</f><v>a</v></c><c><f>1+1</f></c></row></sheetData>";
  Diagnostics diagnostics;
  CHECK(drawn(xlsx_of({{"Rates", xml}}, styles, strings), &diagnostics) ==
        "body(h2 class=sheet-name(Rates) table(tr(td(Rate) td(FTE sup(1))) tr(td(b(12.5%)) td(May-19)) tr(td(TRUE) td(#REF!)) tr(td(a) td)))");
  REQUIRE(diagnostics.list().size() == 1);
  CHECK(diagnostics.list()[0].code == "formula_without_value");
}

TEST_CASE("read_xlsx: hidden sheets, rows and columns are kept and marked") {
  Diagnostics diagnostics;
  const std::string xml = "<cols><col min='2' max='2' hidden='1'/></cols><sheetData><row r='1'><c r='A1'><v>1</v></c><c r='B1'><v>2</v></c></row>"
                          "<row r='2' hidden='1'><c r='A2'><v>3</v></c><c r='B2'><v>4</v></c></row></sheetData>";
  CHECK(drawn(xlsx_of({{"Sheet1", xml}, {"Old", rows("5|6\n7|8"), "hidden"}}), &diagnostics) ==
        "body(table(tr(td(1) [td([2])]) [tr([td([3])] [td([4])])]) [h2 class=sheet-name([Old])] [table([tr([td([5])] [td([6])])] [tr([td([7])] [td([8])])])])");
  CHECK(diagnostics.list().size() == 2);
}

TEST_CASE("read_xlsx: absurd dimensions end at a limit") {
  std::string diagonal = "<sheetData>";
  for (int i = 1; i <= 600; ++i) diagonal += "<row r='" + std::to_string(i) + "'><c r='A" + std::to_string(i) + "'><v>1</v></c><c r='" +
                                             std::string(1, static_cast<char>('A' + i / 26 / 26 % 26)) + std::string(1, static_cast<char>('A' + i / 26 % 26)) +
                                             std::string(1, static_cast<char>('A' + i % 26)) + std::to_string(i) + "'><v>1</v></c></row>";
  Diagnostics diagnostics;
  Limits limits;
  limits.table_cells = 1000;
  const Document document = read_xlsx({.bytes = xlsx_of({{"Sheet1", diagonal + "</sheetData>"}})}, limits, diagnostics);
  CHECK(document.tags.size() < 10'000);
  CHECK(diagnostics.list().at(0).code == "limit_reached");
}

TEST_CASE("parse_cell_name: letters and digits, within the sheet") {
  struct Case { const char* name; bool good; int row, col; };
  const Case cases[] = {{"A1", true, 0, 0}, {"BC12", true, 11, 54}, {"$B$2", true, 1, 1}, {"XFD1048576", true, 1048575, 16383},
                        {"XFE1", false, 0, 0}, {"A0", false, 0, 0}, {"12", false, 0, 0}, {"", false, 0, 0}, {"A1048577", false, 0, 0}};
  for (const Case& c : cases) {
    int row = 0, col = 0;
    CHECK_MESSAGE(parse_cell_name(c.name, row, col) == c.good, c.name);
    CHECK_MESSAGE(row == c.row, c.name);
    CHECK_MESSAGE(col == c.col, c.name);
  }
}
