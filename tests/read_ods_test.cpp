#include "extractors/office/read_ods.h"

#include <doctest/doctest.h>

#include "extractors/office/ods_sheets.h"
#include "tests/drawn_tags.h"
#include "tests/hand_made_zip.h"

using namespace muster;

namespace {

std::string ods_of(const std::string& sheets, const std::string& styles = {}) {
  const std::string content = "<office:document-content xmlns:office='o' xmlns:table='t' xmlns:text='x' xmlns:style='s' xmlns:fo='f'><office:automatic-styles>" + styles +
                              "</office:automatic-styles><office:body><office:spreadsheet>" + sheets + "</office:spreadsheet></office:body></office:document-content>";
  return testing::zip_of({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}, {"content.xml", content}});
}

std::string c(const std::string& text, const std::string& attributes = {}) {
  return "<table:table-cell " + attributes + "><text:p>" + text + "</text:p></table:table-cell>";
}
std::string n(const std::string& shown, const std::string& value, const std::string& type = "float") {
  return c(shown, "office:value-type='" + type + "' office:value='" + value + "'");
}
std::string row(const std::string& cells, const std::string& attributes = {}) { return "<table:table-row " + attributes + ">" + cells + "</table:table-row>"; }
std::string sheet(const std::string& rows, const std::string& attributes = "table:name='Sheet1'") { return "<table:table " + attributes + ">" + rows + "</table:table>"; }

}  // namespace

TEST_CASE("read_ods: cells as the file shows them") {
  const std::string head = row(c("Team") + c("Rate"));
  struct Case { const char* name; std::string sheets, tags; };
  const Case cases[] = {
      {"shown text, not the value", sheet(head + row(c("North") + n("12.5%", "0.125", "percentage"))), "body(table(tr(td(Team) td(Rate)) tr(td(North) td(12.5%))))"},
      {"value where no text is stored", sheet(head + row(c("North") + "<table:table-cell office:value-type='percentage' office:value='0.125'/>")),
       "body(table(tr(td(Team) td(Rate)) tr(td(North) td(12.5%))))"},
      {"repeated cells and rows", sheet(row(c("a") + "<table:table-cell table:number-columns-repeated='2'/>" + c("b")) + row("<table:table-cell table:number-columns-repeated='1000'/>", "table:number-rows-repeated='1048000'")) ,
       "body(table(tr(td(a) td(b))))"},
      {"a value in several cells", sheet(row(c("x") + c("y") + c("z")) + row(c("a") + c("4", "office:value-type='float' office:value='4' table:number-columns-repeated='2'"))),
       "body(table(tr(td(x) td(y) td(z)) tr(td(a) td(4) td(4))))"},
      {"merges", sheet(row(c("Team") + c("2017", "table:number-columns-spanned='2'") + "<table:covered-table-cell/>") + row("<table:table-cell/>" + c("FTE") + c("Heads")) + row(c("North") + n("5", "5") + n("6", "6"))),
       "body(table(tr(td(Team) td colspan=2(2017)) tr(td td(FTE) td(Heads)) tr(td(North) td(5) td(6))))"},
      {"lines, notes in the margin, raised marks",
       sheet(head + row("<table:table-cell><office:annotation><text:p>remark</text:p></office:annotation><text:p>North<text:span text:style-name='T1'>1</text:span></text:p><text:p>East</text:p></table:table-cell>" + n("5", "5"))),
       "body(table(tr(td(Team) td(Rate)) tr(td(North sup(1) br East) td(5))))"},
      {"hidden rows, columns, sheets",
       sheet("<table:table-column/><table:table-column table:visibility='collapse'/>" + head + row(c("North") + n("5", "5"), "table:visibility='filter'")) + sheet(row(c("a") + c("b")) + row(c("c") + c("d")), "table:name='Secret' table:style-name='ta2'"),
       "body(table(tr(td(Team) [td([Rate])]) [tr([td([North])] [td([5])])]) [h2 class=sheet-name([Secret])] [table([tr([td([a])] [td([b])])] [tr([td([c])] [td([d])])])])"},
  };
  for (const Case& test : cases) {
    Diagnostics diagnostics;
    const std::string styles = "<style:style style:name='T1'><style:text-properties style:text-position='super 58%'/></style:style><style:style style:name='ta2'><style:table-properties table:display='false'/></style:style>";
    const Document document = read_ods({.bytes = ods_of(test.sheets, styles)}, {}, diagnostics);
    CHECK_MESSAGE((document.failure.empty() ? testing::drawn(document.tags) : document.failure) == test.tags, test.name);
  }
}

TEST_CASE("ods_sheets: repetitions beyond all measure end at the limit") {
  std::string fault;
  const auto sheets = ods_sheets("<table xmlns='t'><table-row number-rows-repeated='1048576'><table-cell number-columns-repeated='16384'><p>1</p></table-cell></table-row></table>", 1000, fault);
  REQUIRE(sheets.size() == 1);
  CHECK(sheets[0].cut);
  CHECK(sheets[0].cells.size() <= 1000);
}

TEST_CASE("read_ods: what cannot be read says why") {
  struct Case { const char* name; std::string bytes; const char* words; };
  const Case cases[] = {
      {"no content", testing::zip_of({{"mimetype", "x"}}), "main part"},
      {"password", testing::zip_of({{"content.xml", "junk"}, {"META-INF/manifest.xml", "<manifest><file-entry><encryption-data/></file-entry></manifest>"}}), "password"},
      {"no zip", "PK\x03\x04", "damaged"},
  };
  for (const Case& test : cases) {
    Diagnostics diagnostics;
    CHECK_MESSAGE(read_ods({.bytes = test.bytes}, {}, diagnostics).failure.find(test.words) != std::string::npos, test.name);
  }
}
