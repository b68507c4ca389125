#include "extractors/read/read_html.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/drawn_tags.h"

using namespace muster;

namespace {

Document page(const std::string& html, const Limits& limits = {}) {
  Diagnostics diagnostics;
  return read_html({.name = "page.html", .bytes = html}, limits, diagnostics);
}

std::string drawn(const Document& document) { return testing::drawn(document.tags, false); }

}  // namespace

TEST_CASE("read_html: markup is repaired as browsers do") {
  struct Case { const char *html, *tree; };
  const Case cases[] = {
      {"<p>a<p>b", "html([head] body(p(a) p(b)))"},
      {"<table><tr><td>1<td>2<tr><td>3</table>", "html([head] body(table(tbody(tr(td(1) td(2)) tr(td(3))))))"},
      {"<table><tr>stray<td>1</table>", "html([head] body(stray table(tbody(tr(td(1))))))"},
      {"<p>2017&#150;18&nbsp;x", "html([head] body(p(2017\u201318 x)))"},
      {"<p hidden>a</p><p style='DISPLAY: none'>b<i>c</i></p><p class='visually-hidden'>d</p><p class='d-none d-md-block'>e</p>",
       "html([head] body([p([a])] [p([b] [i([c])])] [p([d])] p(e)))"},
      {"<style>.x{}</style><p>a<script>if (1<2) x()</script>", "html([head([style])] body(p(a [script])))"},
      {"<o:p>a</o:p>", "html([head] body(o:p(a)))"},
  };
  for (const Case& c : cases) CHECK(drawn(page(c.html)) == c.tree);
}

TEST_CASE("read_html: what the page says about itself") {
  const Document d = page(
      "<html lang='en-GB'><head><title> Agency \n staff </title><meta property='og:site_name' content='Anytown Council'>"
      "<meta property='og:url' content='https://x.gov.uk/og'><link rel=canonical href='https://x.gov.uk/a'>"
      "<meta name='DC.date' content='2020-01-02'></head><body><p>x</p></body></html>");
  CHECK(d.title == "Agency staff");
  CHECK(d.site_name == "Anytown Council");
  CHECK(d.url == "https://x.gov.uk/a");
  CHECK(d.language == "en-GB");
  CHECK(d.created == "2020-01-02");
  CHECK(page("<!-- saved from url=(0020)https://y.gov.uk/b --><p>x").url == "https://y.gov.uk/b");
}

TEST_CASE("read_html: encodings of real pages") {
  CHECK(page("<meta charset=iso-8859-1><p>\xA3" "5 \x96 6").tags.back().text == "\u00A35 \u2013 6");
  CHECK(page("<p>\u00A35").tags.back().text == "\u00A35");
}

TEST_CASE("read_html: hostile nesting ends within the limits and loses no text that stands within them") {
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<div>";
  Limits limits;
  Diagnostics diagnostics;
  const Document d = read_html({.bytes = "<p>front</p>" + deep + "end"}, limits, diagnostics);
  CHECK(std::ranges::any_of(d.tags, [](const Tag& t) { return t.text == "front"; }));
  CHECK(diagnostics.list()[0].code == "limit_reached");

  const Document nested = page(deep.substr(0, 5 * 1000) + "<p>inside");
  CHECK(nested.tags.back().text == "inside");

  std::string misnested;
  for (int i = 0; i < 3000; ++i) misnested += "<font size=" + std::to_string(i) + "><p>";
  CHECK(page(misnested + "x").failure.find("multiplies") != std::string::npos);

  limits.tags = 10;
  CHECK(page(deep, limits).tags.size() <= 10);
}
