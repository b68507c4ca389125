#include <doctest/doctest.h>

#include "extractors/layout/lay_out.h"
#include "extractors/read/read_html.h"

using namespace muster;

namespace {

const DocumentWords& document_words() {
  static const DocumentWords words = DocumentWords::load(MUSTER_SOURCE_DIR "/schemas/vocabulary");
  return words;
}

Blocks blocks_of(const std::string& html) {
  Diagnostics diagnostics;
  return lay_out(read_html({.bytes = html}, {}, diagnostics), document_words(), diagnostics);
}

// One block a line: "region:kind level label| text", bold with a star, forced breaks as "/".
std::string drawn(const Blocks& blocks) {
  static constexpr const char* kinds[] = {"p", "h", "li", "table", "image"};
  static constexpr const char* regions[] = {"", "header:", "footer:", "page:", "navigation:", "banner:", "site_footer:", "form:"};
  std::string out;
  for (const Block& b : blocks.blocks) {
    out += regions[static_cast<int>(b.region)] + std::string(kinds[static_cast<int>(b.kind)]);
    if (b.level > 0) out += std::to_string(b.level);
    if (b.bold) out += '*';
    out += b.label.empty() ? "" : " " + b.label;
    std::string text = b.text;
    for (char& c : text)
      if (c == '\n') c = '/';
    out += text.empty() ? "\n" : "| " + text + "\n";
  }
  return out;
}

struct Case {
  const char *name, *html, *drawn;
};

void check(const std::vector<Case>& cases) {
  for (const Case& c : cases) CHECK_MESSAGE(drawn(blocks_of(c.html)) == c.drawn, c.name);
}

}  // namespace

TEST_CASE("lay_out_tags: blocks as a browser shows them") {
  check({
      {"white space", "<div> a\n  b<p>c <i>d</i></p>e</div>", "p| a b\np| c d\np| e\n"},
      {"forced breaks", "<p>a) 40<br>b) Fewer than 5</p>", "p| a) 40/b) Fewer than 5\n"},
      {"an empty line parts paragraphs", "<p>one<br><br>two<br>three</p>", "p| one\np| two/three\n"},
      {"headings", "<h2><a href=x>Response</a></h2><p><b>Note:</b></p>", "h2*| Response\np*| Note:\n"},
      {"superscripts never lengthen a figure", "<p>89.06<sup>1</sup> on 1<sup>st</sup> May, 5 m<sup>2</sup>", "p| 89.06\u00B9 on 1st May, 5 m\u00B2\n"},
      {"preformatted text keeps its lines", "<pre>a  1\nb  2</pre>", "p| a 1/b 2\n"},
      {"labels and values", "<dl><dt>Reference</dt><dd>123</dd></dl>", "p*| Reference\np| 123\n"},
      {"hidden text is left out", "<p>a</p><p style='display:none'>b</p><p>c<span class=sr-only> d</span></p>", "p| a\np| c\n"},
      {"headings for screen readers stay", "<h2 class='visually-hidden'>Response</h2><p>Yes", "h2*| Response\np| Yes\n"},
      {"struck out", "<p>FTE <del>12</del> 15 <span style='text-decoration: line-through'>9</span></p>", "p| FTE 15\n"},
      {"words set apart by styling alone", "<p><span class=k>FTE</span><span class=v>12</span> 20<span class=c1>19</span></p>", "p| FTE 12 2019\n"},
      {"choices of a form are no text", "<p>Year <select><option>2019<option>2020</select>", "p| Year\n"},
      {"pictures with words", "<p>x <img alt='Anytown Council'></p>", "image| Anytown Council\np| x\n"},
  });
}

TEST_CASE("lay_out_tags: list labels are those that a reader sees") {
  check({
      {"numbers", "<ol><li>a<li>b</ol>", "li1 1.| a\nli1 2.| b\n"},
      {"start, value, type", "<ol start=3 type=a><li>x<li value=7>y<li>z</ol>", "li1 c.| x\nli1 g.| y\nli1 h.| z\n"},
      {"reversed", "<ol reversed><li>x<li>y</ol>", "li1 2.| x\nli1 1.| y\n"},
      {"style", "<ol style='list-style-type: upper-roman'><li>x<li>y</ol><ul style='list-style:none'><li>z</ul>", "li1 I.| x\nli1 II.| y\nli1| z\n"},
      {"a list in an item, the outer one going on after it", "<ol><li>x<ol type=a><li>p<li>q</ol><li>y</ol>", "li1 1.| x\nli2 a.| p\nli2 b.| q\nli1 2.| y\n"},
      {"a list right in a list", "<ol type=a><li>x<ol><li>p</ol><li>y</ol>", "li1 a.| x\nli2 1.| p\nli1 b.| y\n"},
      {"several paragraphs in an item", "<ul><li><p>a<p>b</ul>", "li1 \u2022| a\np| b\n"},
      {"a blank answer keeps its number", "<ol><li>yes<li><li>no</ol><ul><li></ul>", "li1 1.| yes\nli1 2.\nli1 3.| no\n"},
      {"an item around a section has no number", "<ol><li><h2>Request</h2><p>text</ol>", "h2*| Request\np| text\n"},
  });
}

TEST_CASE("lay_out_tags: parts of a page are told by what they are") {
  const std::string words = "<p>The Council holds the following figures for the period that you asked about.</p>";
  const Case cases[] = {
      {"elements and roles", "<header><p>Anytown</header><nav><p>Home</nav><main>%</main><footer><p>Address</footer>", "banner:p| Anytown\nnavigation:p| Home\n%site_footer:p| Address\n"},
      {"class words", "<div class=cookie-notice>We use cookies</div><ol class=breadcrumb><li>Home</ol>%<div id=siteFooter>Address</div>",
       "banner:p| We use cookies\nnavigation:li1 1.| Home\n%site_footer:p| Address\n"},
      {"a menu by its links", "<ul><li><a href=a>Bins</a><li><a href=b>Jobs</a><li><a href=c>Tax</a></ul>%", "navigation:li1 \u2022| Bins\nnavigation:li1 \u2022| Jobs\nnavigation:li1 \u2022| Tax\n%"},
      {"links of the answer stay", "<main>%<ul><li><a href=a>A</a><li><a href=b>B</a><li><a href=c>C</a></ul></main>", "%li1 \u2022| A\nli1 \u2022| B\nli1 \u2022| C\n"},
      {"a search form", "<form><label>Search</label><input name=q></form>%", "form:p| Search\n%"},
      {"a form around the page is the page", "<form id=aspnetForm><input type=hidden>%</form>", "%"},
      {"a link into the page alone", "<a href='#main'>Skip to content</a>%", "navigation:p| Skip to content\n%"},
      {"a class on the page itself", "<div class='has-sidebar cookie-accepted'>%</div>", "%"},
      {"a header with the only title", "<header class=page-header><h1>Agency staff</h1></header>%", "h1*| Agency staff\n%"},
  };
  for (const Case& c : cases) {
    std::string html = c.html, expected = c.drawn;
    html.replace(html.find('%'), 1, words);
    expected.replace(expected.find('%'), 1, "p| The Council holds the following figures for the period that you asked about.\n");
    CHECK_MESSAGE(drawn(blocks_of(html)) == expected, c.name);
  }
}

TEST_CASE("lay_out_tags: ancestry names the enclosing elements' classes, outermost first") {
  const Blocks b = blocks_of("<article class='node foi'><div id=x class=field--name-request><p class=q>Text</p></div></article>");
  REQUIRE(b.blocks.size() == 1);
  CHECK(b.blocks[0].ancestry == std::vector<std::string>{"article", "node", "foi", "field--name-request", "x", "q"});
}

TEST_CASE("lay_out_tags: layout tables dissolve, data tables stay, nested ones stand after their own") {
  const std::string page = "<h1>Agency staff</h1><p>Figures for the year.</p>";
  CHECK(drawn(blocks_of("<table role=presentation><tr><td><p>a<td><p>b</table>")) == "p| a\np| b\n");
  CHECK(drawn(blocks_of("<table><tr><td>" + page + "</td></tr></table>")) == "h1*| Agency staff\np| Figures for the year.\n");
  CHECK(drawn(blocks_of("<table><tr><td colspan=2>Logo<tr><td>Menu<td>" + page + "</table>")) == "p| Logo\np| Menu\nh1*| Agency staff\np| Figures for the year.\n");
  CHECK(drawn(blocks_of("<table><tr><td><a href=a>Home</a><td>Reply to your request of May<table><tr><th>a<td>1</table><tr><td colspan=2>Copyright</table>")) ==
        "p| Home\np| Reply to your request of May\ntable\np| Copyright\n");
  CHECK(drawn(blocks_of("<table><tr><td>&nbsp;<td>Dear Sir<td>&nbsp;</table>")) == "p| Dear Sir\n");
  CHECK(drawn(blocks_of("<table><tr><td>Request<td><p>a<p>b<p>c<p>d<tr><td>Response<td>5</table>")) == "table\n");
  const Blocks b = blocks_of("<table><tr><td>1. How many?<td>See below<table><tr><td>Team<td>FTE<tr><td>A<td>5</table><tr><td>2. Cost?<td>9</table>");
  REQUIRE(b.tables.size() == 2);
  CHECK(b.tables[0].cells[1].text == "See below");
  CHECK(b.tables[1].outer_table == 0);
  CHECK(b.tables[1].outer_row == 0);
  CHECK(b.tables[1].outer_col == 1);
  CHECK(b.tables[1].outer_lines == 1);
}
