#include "extractors/pdf/record_pdf.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/hand_made_pdf.h"

using namespace muster;
using test::HandMadePdf;
using test::stream_object;

namespace {

Document recorded(const HandMadePdf& pdf) {
  Diagnostics diagnostics;
  return record_pdf({.bytes = pdf.bytes()}, Limits{}, diagnostics);
}

std::string text_of(const Page& page) {
  std::string out;
  for (const GlyphRun& run : page.runs) out += (out.empty() ? "" : "|") + run_text(page, run);
  return out;
}

bool has_code(const Diagnostics& diagnostics, const std::string& code) {
  return std::any_of(diagnostics.list().begin(), diagnostics.list().end(), [&](const Diagnostic& d) { return d.code == code; });
}

}  // namespace

TEST_CASE("record_pdf: text as it is drawn") {
  struct Case {
    const char *story, *content, *text;
  };
  const Case cases[] = {
      {"one run for each show operation", "BT /F1 10 Tf 10 100 Td (Agency) Tj 50 0 Td (12.5) Tj ET", "Agency|12.5"},
      {"kerned arrays are one run", "BT /F1 10 Tf 10 100 Td [(Va) 80 (cancy)] TJ ET", "Vacancy"},
      {"fake bold: what is drawn twice is read once", "BT /F1 10 Tf 10 100 Td (Total) Tj 0.3 0 Td (Total) Tj ET", "Total"},
      {"equal letters side by side are not doubles", "BT /F1 10 Tf 10 100 Td (1111) Tj ET", "1111"},
      {"text off the page is not shown", "BT /F1 10 Tf 10 100 Td (in) Tj 0 900 Td (out) Tj ET", "in"},
      {"the file's own wording of a span counts", "BT /F1 10 Tf 10 100 Td /Span <</ActualText (fit)>> BDC (xx) Tj EMC ET", "fit"},
      {"an empty wording takes glyphs out", "BT /F1 10 Tf 10 100 Td /Span <</ActualText ()>> BDC (....) Tj EMC (a) Tj ET", "a"},
      {"a soft hyphen as wording leaves the hyphen", "BT /F1 10 Tf 10 100 Td (re) Tj /Span <</ActualText <FEFF00AD>>> BDC (-) Tj EMC ET", "re|-"},
      {"a soft hyphen over a blank parts no word", "BT /F1 10 Tf 10 100 Td (va) Tj /Span <</ActualText <FEFF00AD>>> BDC ( ) Tj EMC (cant) Tj ET", "va|cant"},
      {"an inline image is passed over", "BI /W 4 /H 2 /BPC 8 /CS /G ID (Tj)(Q) EI BT /F1 10 Tf 10 100 Td (after) Tj ET", "after"},
      {"windows dashes and pounds", "BT /F1 10 Tf 10 100 Td (\\2435 \\226 6) Tj ET", "\u00A35 \u2013 6"},
  };
  for (const Case& c : cases) {
    const Document document = recorded({.content = c.content});
    REQUIRE_MESSAGE(document.pages.size() == 1, c.story);
    CHECK_MESSAGE(text_of(document.pages[0]) == c.text, c.story);
  }
}

TEST_CASE("record_pdf: boxes are those of the page as shown, for every /Rotate and crop box") {
  struct Case {
    const char* page_entries;
    int rotation;
    float width, height, x, y;  // page as shown; start of the text on its baseline
  };
  const Case cases[] = {
      {"/MediaBox [0 0 300 200]", 0, 300, 200, 20, 150},
      {"/MediaBox [0 0 300 200] /Rotate 90", 90, 200, 300, 50, 20},
      {"/MediaBox [0 0 300 200] /Rotate 180", 180, 300, 200, 280, 50},
      {"/MediaBox [0 0 300 200] /Rotate 270", 270, 200, 300, 150, 280},
      {"/MediaBox [0 0 300 200] /CropBox [10 20 290 180]", 0, 280, 160, 10, 130},
  };
  for (const Case& c : cases) {
    const Document document = recorded({.content = "BT /F1 10 Tf 20 50 Td (Children) Tj ET", .page_entries = c.page_entries});
    REQUIRE(document.pages.size() == 1);
    const Page& page = document.pages[0];
    REQUIRE(page.runs.size() == 1);
    const GlyphRun& run = page.runs[0];
    CHECK_MESSAGE(page.width == doctest::Approx(c.width), c.page_entries);
    CHECK_MESSAGE(page.height == doctest::Approx(c.height), c.page_entries);
    CHECK_MESSAGE(run.rotation == c.rotation, c.page_entries);
    const bool sideways = c.rotation == 90 || c.rotation == 270;
    CHECK_MESSAGE(run.baseline == doctest::Approx(sideways ? c.x : c.y), c.page_entries);
    const Box& first = page.glyphs[run.first_glyph].box;
    const float start = c.rotation == 0 ? first.x0 : c.rotation == 90 ? first.y0 : c.rotation == 180 ? first.x1 : first.y1;
    CHECK_MESSAGE(start == doctest::Approx(sideways ? c.y : c.x), c.page_entries);
  }
}

TEST_CASE("record_pdf: word and character spacing are not part of a glyph") {
  const Page page = recorded({.content = "BT /F1 10 Tf 5 Tc 20 Tw 10 100 Td (a b) Tj ET"}).pages.at(0);
  REQUIRE(page.glyphs.size() == 3);
  CHECK(page.glyphs[0].box.width() == doctest::Approx(5.56));
  CHECK(page.glyphs[1].box.width() == doctest::Approx(2.78));
  CHECK(page.glyphs[2].box.x0 == doctest::Approx(10 + 5.56 + 5 + 2.78 + 25));
}

TEST_CASE("record_pdf: styles") {
  const Document document = recorded({.content = "BT /F2 12 Tf 1 0 0 rg 10 100 Td (Red) Tj 3 Tr 0 -20 Td (hidden) Tj ET"});
  const Page& page = document.pages.at(0);
  REQUIRE(page.runs.size() == 2);
  const TextStyle& style = document.styles.at(page.runs[0].style);
  CHECK(style.font == "Helvetica-Bold");
  CHECK(style.bold);
  CHECK(style.size_pt == doctest::Approx(12));
  CHECK(style.rgb == 0xFF0000);
  CHECK_FALSE(page.runs[0].invisible);
  CHECK(page.runs[1].invisible);
}

TEST_CASE("record_pdf: lines and bands") {
  struct Case {
    const char *story, *content;
    size_t horizontal, vertical, shadings;
  };
  const Case cases[] = {
      {"a stroked line", "1 w 10 100 m 200 100 l S", 1, 0, 0},
      {"a stroked rectangle is four lines", "10 10 100 50 re S", 2, 2, 0},
      {"a thin filled rectangle is a line", "10 10 100 0.5 re f 10 10 0.5 80 re f", 1, 1, 0},
      {"a thick one is a band", "0.9 g 10 10 100 20 re f", 0, 0, 1},
      {"a frame filled between two rectangles is four lines", "10 10 100 50 re 11 11 98 48 re f*", 2, 2, 0},
      {"a slanting line is none", "10 10 m 100 80 l S", 0, 0, 0},
      {"what the clip hides is not there", "200 150 50 40 re W n 10 10 100 0.5 re f", 0, 0, 0},
      {"a curve is none", "10 10 m 20 20 30 20 40 10 c S", 0, 0, 0},
  };
  for (const Case& c : cases) {
    const Page page = recorded({.content = c.content}).pages.at(0);
    const auto horizontal = static_cast<size_t>(std::count_if(page.rulings.begin(), page.rulings.end(), [](const Ruling& r) { return r.horizontal; }));
    CHECK_MESSAGE(horizontal == c.horizontal, c.story);
    CHECK_MESSAGE(page.rulings.size() - horizontal == c.vertical, c.story);
    CHECK_MESSAGE(page.shadings.size() == c.shadings, c.story);
  }
  const Page white = recorded({.content = "1 g 10 10 100 0.5 re f"}).pages.at(0);
  REQUIRE(white.rulings.size() == 1);
  CHECK(white.rulings[0].rgb == 0xFFFFFF);
}

TEST_CASE("record_pdf: tags are joined with what they mark, in the page and in a form on it") {
  HandMadePdf pdf;
  pdf.content = "BT /F1 10 Tf 10 150 Td /H1 <</MCID 0>> BDC (Heading) Tj EMC ET /Fm0 Do "
                "BT /F1 10 Tf 10 20 Td /Artifact BMC (Page 1) Tj EMC ET";
  pdf.page_entries = "/MediaBox [0 0 300 200] /StructParents 0";
  pdf.resources = "/XObject << /Fm0 10 0 R >>";
  pdf.catalog_entries = "/MarkInfo << /Marked true >> /StructTreeRoot 11 0 R /Lang (en-GB)";
  pdf.objects = {
      stream_object("/Type /XObject /Subtype /Form /BBox [0 0 300 200] /Resources << /Font << /F1 5 0 R >> >>",
                    "BT /F1 10 Tf 10 100 Td /TD <</MCID 0>> BDC (in the form) Tj EMC ET"),
      "<< /Type /StructTreeRoot /K [12 0 R 13 0 R] /RoleMap << /Title1 /H1 /MyCell /TD >> >>",
      "<< /S /Title1 /P 11 0 R /Pg 3 0 R /K 0 >>",
      "<< /S /MyCell /P 11 0 R /A << /O /Table /ColSpan 2 /Scope /Column >> /K << /Type /MCR /Pg 3 0 R /Stm 10 0 R /MCID 0 >> >>"};
  const Document document = recorded(pdf);
  const Page& page = document.pages.at(0);
  REQUIRE(document.tags.size() == 2);
  CHECK(document.tags[0].name == "H1");
  CHECK(document.tags[1].name == "TD");
  CHECK(document.tags[1].attributes == std::vector<std::pair<std::string, std::string>>{{"ColSpan", "2"}, {"Scope", "Column"}});
  CHECK(document.language == "en-GB");
  CHECK(document.text_source == TextSource::tagged);
  REQUIRE(page.runs.size() == 3);
  CHECK(page.runs[0].tag == 0);
  CHECK(page.runs[1].tag == 1);
  CHECK(page.runs[2].tag == -1);
  CHECK(page.runs[2].artifact);
}

TEST_CASE("record_pdf: marked content with properties in the resources does not end the one around it") {
  HandMadePdf pdf;
  pdf.content = "BT /F1 10 Tf 10 150 Td /P <</MCID 0>> BDC (a) Tj /OC /MC0 BDC (b) Tj EMC 0 -20 Td (c) Tj EMC 0 -20 Td (d) Tj ET";
  pdf.resources = "/Properties << /MC0 12 0 R >>";
  pdf.catalog_entries = "/StructTreeRoot 10 0 R";
  pdf.objects = {"<< /Type /StructTreeRoot /K 11 0 R >>", "<< /S /P /P 10 0 R /Pg 3 0 R /K 0 >>", "<< /Type /OCG /Name (Layer) >>"};
  std::string tags;
  const Document document = recorded(pdf);
  for (const GlyphRun& run : document.pages.at(0).runs) tags += std::to_string(run.tag) + " ";
  CHECK(tags == "0 0 0 -1 ");
}

TEST_CASE("record_pdf: what cannot be read says why") {
  const std::string good = HandMadePdf{.content = "BT /F1 10 Tf 10 100 Td (text) Tj ET"}.bytes();
  struct Case {
    const char* story;
    std::string bytes;
    bool readable;
  };
  const Case cases[] = {
      {"whole", good, true},
      {"junk before the header", "HTTP/1.1 200 OK\r\n\r\n" + good, true},
      {"cut in the content", good.substr(0, good.find("stream")), false},
      {"header alone", "%PDF-1.4\n", false},
      {"a circle of page nodes", "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[2 0 R]/Count 1>>\nendobj\ntrailer\n<</Root 1 0 R>>\n", false},
  };
  for (const Case& c : cases) {
    Diagnostics diagnostics;
    const Document document = record_pdf({.bytes = c.bytes}, Limits{}, diagnostics);
    const bool read = document.failure.empty() && !document.pages.empty() && !document.pages[0].runs.empty();
    CHECK_MESSAGE(read == c.readable, c.story);
    if (!c.readable) CHECK_MESSAGE(!diagnostics.list().empty(), c.story);
  }
}

TEST_CASE("record_pdf: of a scan only the picture's place is known") {
  Diagnostics diagnostics;
  const HandMadePdf scan{.content = "q 300 0 0 200 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q"};
  const Document document = record_pdf({.bytes = scan.bytes()}, Limits{}, diagnostics);
  CHECK(document.pages.at(0).images.size() == 1);
  CHECK(document.pages.at(0).glyphs.empty());
}

TEST_CASE("record_pdf: limits leave what came before, and say so") {
  Diagnostics diagnostics;
  Limits limits;
  limits.glyphs_per_page = 3;
  const Document document = record_pdf({.bytes = HandMadePdf{.content = "BT /F1 10 Tf 10 100 Td (abcdef) Tj ET"}.bytes()}, limits, diagnostics);
  CHECK(text_of(document.pages.at(0)) == "abc");
  CHECK(has_code(diagnostics, "limit_reached"));
}
