#include "extractors/office/read_rtf.h"

#include <doctest/doctest.h>

#include "tests/drawn_tags.h"

using namespace muster;

namespace {

std::string drawn(const std::string& body) {
  Diagnostics diagnostics;
  return testing::drawn(read_rtf({.bytes = "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}" + body + "}"}, {}, diagnostics).tags);
}

}  // namespace

TEST_CASE("read_rtf: text, looks, destinations") {
  struct Case { const char *name, *body, *tags; };
  const Case cases[] = {
      {"paragraphs", "\\pard a\\par b\\line c\\par", "body(p(a) p(b br c))"},
      {"characters of the code page, Unicode with its stand-in", "\\'a35m \\u8211\\'96 \\uc0\\u8217 \\~x\\par", "body(p(\u00A3" "5m \u2013 \u2019 x))"},
      {"a character beyond the first plane", "\\u-10179 ?\\u-8704 ?\\par", "body(p(\U0001F600))"},
      {"bold, raised, hidden", "{\\b x}{\\super 1}{\\v secret}{\\strike 5}y\\par", "body(p(b(x) sup(1) [span([secret5])] y))"},
      {"tracked deletion", "{\\deleted old}{\\revised new}\\par", "body(p(new))"},
      {"field", "{\\field{\\*\\fldinst HYPERLINK \"http://x\"}{\\fldrslt link}} y\\par", "body(p(link y))"},
      {"unknown ignorable group, picture, binary", "{\\*\\unknown junk}{\\pict\\bin3 }}}0102}x\\par", "body(p(x))"},
      {"list label", "{\\listtext\\pard\\plain 1.\\tab}\\ilvl0 Question\\par{\\pntext a)\\tab}\\ilvl1 Part\\par",
       "body(p office-label=1. office-level=1(Question) p office-label=a) office-level=2(Part))"},
      {"heading by outline level and by style", "{\\stylesheet{\\s2 heading 2;}}\\pard\\outlinelevel0 A\\par\\pard\\s2 B\\par\\pard C\\par", "body(h1(A) h2(B) p(C))"},
      {"header and footer", "{\\header Our council\\par}{\\footer Page 1}Body\\par", "body(header office-region=running_header(p(Our council)) p(Body) footer office-region=running_footer(p(Page 1)))"},
      {"footnote", "five{\\super\\chftn{\\footnote\\pard{\\super\\chftn} as at March}}\\par", "body(p(five sup(1)) section class=footnotes(p(sup(1) as at March)))"},
      {"text box", "{\\shp{\\*\\shpinst{\\sp{\\sn x}{\\sv 1}}{\\shptxt \\pard box\\par}}}x\\par", "body(p(box) p(x))"},
  };
  for (const Case& c : cases) CHECK_MESSAGE(drawn(c.body) == c.tags, c.name);
}

TEST_CASE("read_rtf: tables") {
  struct Case { const char *name, *body, *tags; };
  const Case cases[] = {
      {"rows", "\\trowd\\trhdr\\cellx1000\\cellx2000\\pard\\intbl Team\\cell FTE\\cell\\row\\trowd\\cellx1000\\cellx2000\\intbl North\\cell 5\\par 6\\cell\\row\\pard x\\par",
       "body(table(tr(th(p(Team)) th(p(FTE))) tr(td(p(North)) td(p(5) p(6)))) p(x))"},
      {"a wide cell by its edge", "\\trowd\\cellx2000\\intbl All\\cell\\row\\trowd\\cellx1000\\cellx2010\\intbl A\\cell B\\cell\\row", "body(table(tr(td colspan=2(p(All))) tr(td(p(A)) td(p(B)))))"},
      {"merged downwards", "\\trowd\\clvmgf\\cellx1000\\cellx2000\\intbl A\\cell B\\cell\\row\\trowd\\clvmrg\\cellx1000\\cellx2000\\intbl\\cell C\\cell\\row",
       "body(table(tr(td rowspan=2(p(A)) td(p(B))) tr(td(p(C)))))"},
      {"merged to the left", "\\trowd\\clmgf\\cellx1000\\clmrg\\cellx2000\\intbl A\\cell\\cell\\row\\trowd\\cellx1000\\cellx2000\\intbl B\\cell C\\cell\\row",
       "body(table(tr(td colspan=2(p(A))) tr(td(p(B)) td(p(C)))))"},
  };
  for (const Case& c : cases) CHECK_MESSAGE(drawn(c.body) == c.tags, c.name);
}

TEST_CASE("read_rtf: nesting without end is a limit, cut files end") {
  Diagnostics diagnostics;
  read_rtf({.bytes = "{\\rtf1 a" + std::string(100'000, '{')}, {}, diagnostics);
  REQUIRE(!diagnostics.list().empty());
  CHECK(diagnostics.list()[0].code == "limit_reached");
  for (const char* cut : {"{\\rtf1 \\", "{\\rtf1 \\'", "{\\rtf1 \\'a", "{\\rtf1 \\u", "{\\rtf1 \\bin99999999999 x", "{\\rtf1 }}}}"}) drawn(cut);
}
