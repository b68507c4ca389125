#include "extractors/office/read_docx.h"

#include <doctest/doctest.h>

#include "tests/drawn_tags.h"
#include "tests/hand_made_zip.h"

using namespace muster;
using testing::docx_of;

namespace {

std::string drawn(const std::string& docx) {
  Diagnostics diagnostics;
  const Document document = read_docx({.bytes = docx}, {}, diagnostics);
  return document.failure.empty() ? testing::drawn(document.tags) : document.failure;
}

std::string p(const std::string& text, const std::string& properties = {}) {
  return "<w:p><w:pPr>" + properties + "</w:pPr><w:r><w:t>" + text + "</w:t></w:r></w:p>";
}

std::string tc(const std::string& text, const std::string& properties = {}) {
  return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + p(text) + "</w:tc>";
}

}  // namespace

TEST_CASE("read_docx: paragraphs and runs") {
  struct Case { const char* name; std::string body, tags; };
  const Case cases[] = {
      {"text, tab, break", "<w:p><w:r><w:t>a</w:t><w:tab/><w:t xml:space='preserve'> b</w:t><w:br/><w:t>c</w:t></w:r></w:p>", "body(p(a b br c))"},
      {"looks", "<w:p><w:r><w:rPr><w:b/><w:i/></w:rPr><w:t>x</w:t></w:r><w:r><w:rPr><w:b w:val='0'/><w:vertAlign w:val='superscript'/></w:rPr><w:t>1</w:t></w:r></w:p>",
       "body(p(b(i(x)) sup(1)))"},
      {"hidden", "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r><w:r><w:t>y</w:t></w:r></w:p>", "body(p([span([x])] y))"},
      {"tracked changes as accepted",
       "<w:p><w:r><w:t>a</w:t></w:r><w:del><w:r><w:delText>old</w:delText></w:r></w:del><w:ins><w:r><w:t>new</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>m</w:t></w:r></w:moveFrom></w:p>",
       "body(p(a new))"},
      {"links, fields, content controls",
       "<w:sdt><w:sdtContent><w:p><w:hyperlink><w:r><w:t>l</w:t></w:r></w:hyperlink><w:r><w:instrText>PAGE</w:instrText></w:r><w:fldSimple><w:r><w:t>3</w:t></w:r></w:fldSimple></w:p></w:sdtContent></w:sdt>",
       "body(p(l 3))"},
      {"a text box once, behind its paragraph",
       "<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>" + p("box") + "</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>" + p("box") +
           "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent><w:t>text</w:t></w:r></w:p>",
       "body(p(text) div class=text-box(p(box)))"},
      {"words of a picture", "<w:p><w:r><w:drawing><wp:docPr id='1' descr='Anytown Council'/></w:drawing></w:r></w:p>" + p("x"), "body(p(img alt=Anytown Council) p(x))"},
      {"outline level", p("Response", "<w:outlineLvl w:val='1'/>"), "body(h2(Response))"},
  };
  for (const Case& c : cases) CHECK_MESSAGE(drawn(docx_of(c.body)) == c.tags, c.name);
}

TEST_CASE("read_docx: styles make headings, lists and bold") {
  const std::string styles =
      "<w:style w:type='paragraph' w:default='1' w:styleId='N'><w:name w:val='Normal'/></w:style>"
      "<w:style w:styleId='H'><w:name w:val='heading 2'/><w:basedOn w:val='N'/><w:rPr><w:b/></w:rPr></w:style>"
      "<w:style w:styleId='S'><w:name w:val='Sub'/><w:basedOn w:val='H'/></w:style>"
      "<w:style w:styleId='L'><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>";
  const std::string numbering =
      "<w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%1.'/></w:lvl>"
      "<w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='lowerLetter'/><w:lvlText w:val='%1%2)'/></w:lvl></w:abstractNum>"
      "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>";
  const std::string body = p("A", "<w:pStyle w:val='S'/>") + p("q", "<w:pStyle w:val='L'/>") +
                           p("r", "<w:numPr><w:ilvl w:val='1'/><w:numId w:val='1'/></w:numPr>") + p("s", "<w:pStyle w:val='L'/>") +
                           p("t", "<w:pStyle w:val='L'/><w:numPr><w:numId w:val='0'/></w:numPr>");
  CHECK(drawn(docx_of(body, {{"styles", styles}, {"numbering", numbering}})) ==
        "body(h2(b(A)) p office-label=1. office-level=1(q) p office-label=1a) office-level=2(r) p office-label=2. office-level=1(s) p(t))");
}

TEST_CASE("read_docx: tables with spans, nesting and deleted rows") {
  const std::string table =
      "<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>" + tc("Team", "<w:vMerge w:val='restart'/>") + tc("2017", "<w:gridSpan w:val='2'/>") + "</w:tr><w:tr>" +
      tc("", "<w:vMerge/>") + tc("FTE") + tc("Heads") + "</w:tr><w:tr><w:trPr><w:del/></w:trPr>" + tc("gone") + "</w:tr><w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr>" +
      tc("5") + "<w:tc><w:tbl><w:tr>" + tc("in") + "</w:tr></w:tbl></w:tc></w:tr></w:tbl>";
  CHECK(drawn(docx_of(table)) ==
        "body(table(tr(th rowspan=2(p(Team)) th colspan=2(p(2017))) tr(td(p(FTE)) td(p(Heads))) tr(td td(p(5)) td(table(tr(td(p(in))))))))");
}

TEST_CASE("read_docx: headers, footers and footnotes") {
  const std::string body = "<w:p><w:r><w:t>89.06</w:t><w:footnoteReference w:id='7'/></w:r></w:p>";
  const std::string notes = "<w:footnote w:id='0'>" + p("separator") + "</w:footnote><w:footnote w:id='7'><w:p><w:r><w:footnoteRef/><w:t>as at March</w:t></w:r></w:p></w:footnote>";
  CHECK(drawn(docx_of(body, {{"header", p("Anytown")}, {"header", p("Anytown")}, {"footer", p("Page 1")}, {"footnotes", notes}})) ==
        "body(header office-region=running_header(p(Anytown)) p(89.06 sup(1)) section class=footnotes(p(1 as at March)) footer office-region=running_footer(p(Page 1)))");
}

TEST_CASE("read_docx: damaged and hostile files") {
  const std::string good = docx_of(p("text"));
  CHECK(drawn(good.substr(0, good.size() / 2)).find("cut short") != std::string::npos);
  CHECK(drawn(testing::zip_of({{"[Content_Types].xml", ""}})).find("main part") != std::string::npos);
  CHECK(drawn(docx_of(p("first") + "<w:p><w:r><w:t>second")) .find("first") != std::string::npos);

  Limits limits;
  limits.expanded_bytes = 1000;
  Diagnostics diagnostics;
  read_docx({.bytes = docx_of(p(std::string(5000, 'x')))}, limits, diagnostics);
  bool limited = false;
  for (const Diagnostic& d : diagnostics.list()) limited |= d.code == "limit_reached";
  CHECK(limited);

  const std::string entity = testing::zip_of({{"[Content_Types].xml", ""}, {"_rels/.rels", testing::relationships({{"officeDocument", "word/document.xml"}})},
                                              {"word/document.xml", "<!DOCTYPE d [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><d><body><p><r><t>&e;</t></r></p></body></d>"}});
  CHECK(drawn(entity).find("root") == std::string::npos);
}
