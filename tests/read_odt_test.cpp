#include "extractors/office/read_odt.h"

#include <doctest/doctest.h>

#include "tests/drawn_tags.h"
#include "tests/hand_made_zip.h"

using namespace muster;

namespace {

const std::string names = " xmlns:office='o' xmlns:table='t' xmlns:text='x' xmlns:style='s' xmlns:fo='f' xmlns:draw='d' xmlns:svg='v'";

const std::string styles =
    "<style:style style:name='Bold' style:family='text'><style:text-properties fo:font-weight='bold'/></style:style>"
    "<style:style style:name='Gone' style:family='text'><style:text-properties style:text-line-through-style='solid'/></style:style>"
    "<style:style style:name='Up' style:family='text' style:parent-style-name='Bold'><style:text-properties style:text-position='super 58%'/></style:style>"
    "<style:style style:name='Item' style:family='paragraph' style:list-style-name='L'/>"
    "<text:list-style style:name='L'><text:list-level-style-number text:level='1' style:num-suffix='.' style:num-format='1'/>"
    "<text:list-level-style-number text:level='2' style:num-suffix=')' style:num-format='a'/>"
    "<text:list-level-style-number text:level='3' style:num-format='1' text:display-levels='3'/></text:list-style>"
    "<text:list-style style:name='B'><text:list-level-style-bullet text:level='1' text:bullet-char='o'/></text:list-style>";

std::string drawn(const std::string& body, const std::string& margins = {}) {
  const std::string content = "<office:document-content" + names + "><office:automatic-styles>" + styles + "</office:automatic-styles><office:body><office:text>" + body +
                              "</office:text></office:body></office:document-content>";
  const std::string style_part = "<office:document-styles" + names + "><office:master-styles>" + margins + "</office:master-styles></office:document-styles>";
  Diagnostics diagnostics;
  const Document document = read_odt({.bytes = testing::zip_of({{"content.xml", content}, {"styles.xml", style_part}})}, {}, diagnostics);
  return document.failure.empty() ? testing::drawn(document.tags) : document.failure;
}

std::string p(const std::string& text) { return "<text:p>" + text + "</text:p>"; }
std::string item(const std::string& blocks, const std::string& attributes = {}) { return "<text:list-item " + attributes + ">" + blocks + "</text:list-item>"; }
std::string list(const std::string& items, const std::string& attributes = {}) { return "<text:list " + attributes + ">" + items + "</text:list>"; }

}  // namespace

TEST_CASE("read_odt: paragraphs, looks, notes") {
  struct Case { const char* name; std::string body, tags; };
  const Case cases[] = {
      {"blanks, tab, break", p("a<text:s text:c='2'/>b<text:tab/>c<text:line-break/>d"), "body(p(a b c br d))"},
      {"looks", p("<text:span text:style-name='Bold'>x</text:span><text:span text:style-name='Up'>1</text:span>"), "body(p(b(x) b(sup(1))))"},
      {"struck out", p("<text:span text:style-name='Gone'>5</text:span>6"), "body(p([span([5])] 6))"},
      {"heading", "<text:h text:outline-level='2'>Response</text:h>", "body(h2(Response))"},
      {"tracked deletions, remarks", "<text:tracked-changes><text:deletion>" + p("old") + "</text:deletion></text:tracked-changes>" + p("new<office:annotation><text:p>remark</text:p></office:annotation>"),
       "body(p(new))"},
      {"footnote", p("five<text:note><text:note-citation>1</text:note-citation><text:note-body>" + p("as at March") + "</text:note-body></text:note>"),
       "body(p(five sup(1)) section class=footnotes(p(1 as at March)))"},
      {"text box behind its paragraph", p("<draw:frame><draw:text-box>" + p("box") + "</draw:text-box></draw:frame>text"), "body(p(text) div class=text-box(p(box)))"},
      {"words of a picture", p("<draw:frame><draw:image/><svg:title>Anytown Council</svg:title></draw:frame>x"), "body(p(img alt=Anytown Council x))"},
      {"section, index", "<text:section>" + p("in") + "</text:section>", "body(p(in))"},
  };
  for (const Case& c : cases) CHECK_MESSAGE(drawn(c.body) == c.tags, c.name);
}

TEST_CASE("read_odt: numbers of lists") {
  const std::string named = "text:style-name='L'";
  struct Case { const char* name; std::string body, tags; };
  const Case cases[] = {
      {"two levels", list(item(p("q") + list(item(p("r")) + item(p("s")))) + item(p("t")), named),
       "body(p office-label=1. office-level=1(q) p office-label=a) office-level=2(r) p office-label=b) office-level=2(s) p office-label=2. office-level=1(t))"},
      {"only the first paragraph of an item", list(item(p("q") + p("more")), named), "body(p office-label=1. office-level=1(q) p(more))"},
      {"a new list begins anew", list(item(p("a")), named) + list(item(p("b")), named), "body(p office-label=1. office-level=1(a) p office-label=1. office-level=1(b))"},
      {"a list that goes on", list(item(p("a")), named) + p("x") + list(item(p("b")), named + " text:continue-numbering='true'"),
       "body(p office-label=1. office-level=1(a) p(x) p office-label=2. office-level=1(b))"},
      {"a list that goes on with another", list(item(p("a")), named + " xml:id='l1'") + list(item(p("x")), named) + list(item(p("b")), named + " text:continue-list='l1'"),
       "body(p office-label=1. office-level=1(a) p office-label=1. office-level=1(x) p office-label=2. office-level=1(b))"},
      {"all levels shown", list(item(list(item(list(item(p("deep")))))), named), "body(p office-label=1.a.1 office-level=3(deep))"},
      {"start value", list(item(p("a"), "text:start-value='4'") + item(p("b")), named), "body(p office-label=4. office-level=1(a) p office-label=5. office-level=1(b))"},
      {"bullets; an unnumbered heading of a list", list("<text:list-header>" + p("h") + "</text:list-header>" + item(p("a")), "text:style-name='B'"), "body(p(h) p office-label=\u2022 office-level=1(a))"},
      {"the paragraph's style names the list", list(item("<text:p text:style-name='Item'>a</text:p>")), "body(p office-label=1. office-level=1(a))"},
  };
  for (const Case& c : cases) CHECK_MESSAGE(drawn(c.body) == c.tags, c.name);
}

TEST_CASE("read_odt: tables and margins") {
  const std::string table =
      "<table:table><table:table-column/><table:table-header-rows><table:table-row><table:table-cell table:number-columns-spanned='2'>" + p("Team") +
      "</table:table-cell><table:covered-table-cell/></table:table-row></table:table-header-rows><table:table-row><table:table-cell table:number-rows-spanned='2'>" + p("North") +
      "</table:table-cell><table:table-cell>" + p("5") + "<table:table><table:table-row><table:table-cell>" + p("in") + "</table:table-cell></table:table-row></table:table></table:table-cell></table:table-row></table:table>";
  CHECK(drawn(table) == "body(table(tr(th colspan=2(p(Team))) tr(td rowspan=2(p(North)) td(p(5) table(tr(td(p(in))))))))");
  const std::string page = "<style:master-page><style:header>" + p("Our council") + "</style:header><style:footer>" + p("Page 1") + "</style:footer></style:master-page>";
  CHECK(drawn(p("x"), page + page) == "body(header office-region=running_header(p(Our council)) p(x) footer office-region=running_footer(p(Page 1)))");
}
