#include "extractors/layout/words.h"

#include <doctest/doctest.h>

#include "extractors/layout/reading_frame.h"
#include "extractors/pdf/record_pdf.h"
#include "tests/hand_made_pdf.h"

using namespace muster;
using test::HandMadePdf;

namespace {

std::string lines_of(const HandMadePdf& pdf) {
  Diagnostics diagnostics;
  const Document document = record_pdf({.bytes = pdf.bytes()}, Limits{}, diagnostics);
  const PageWords words = find_words(document.pages.at(0), document.styles);
  std::string out;
  for (const WordLine& line : words.lines) out += (out.empty() ? "" : "/") + line_text(words.words, line);
  return out;
}

}  // namespace

TEST_CASE("find_words: what a reader sees as words and lines") {
  struct Case {
    const char *story, *content, *lines;
  };
  const Case cases[] = {
      {"lines from top to bottom, whatever the drawing order", "BT /F1 10 Tf 10 50 Td (below) Tj 0 40 Td (above) Tj ET", "above/below"},
      {"a wide gap is another line", "BT /F1 10 Tf 10 50 Td (Vacancies) Tj 150 0 Td (12) Tj ET", "Vacancies/12"},
      {"a blank drawn on its own parts words", "BT /F1 10 Tf 10 50 Td (10.) Tj 13.9 0 Td ( ) Tj 2.78 0 Td (When) Tj ET", "10. When"},
      {"a word drawn in two colours is one", "BT /F1 10 Tf 10 50 Td (Vac) Tj 1 0 0 rg (ancy) Tj ET", "Vacancy"},
      {"letter-spacing is seen through", "BT /F1 10 Tf 2.5 Tc 10 50 Td (TOTAL STAFF) Tj ET", "TOTAL STAFF"},
      {"numbers of tight columns stay apart", "BT /F1 10 Tf 10 50 Td [(12) -400 (34)] TJ ET", "12 34"},
      {"a dash and a number far apart in one operation", "BT /F1 10 Tf 10 50 Td [(-) -4000 (-) -4000 (370)] TJ ET", "-/-/370"},
      {"a footnote mark does not become part of the number", "BT /F1 10 Tf 10 50 Td (89) Tj /F1 6 Tf 4 Ts (1) Tj ET", "89\u00B9"},
      {"an ordinal stays a word", "BT /F1 10 Tf 10 50 Td (1) Tj /F1 6 Tf 4 Ts (st) Tj 0 Ts /F1 10 Tf ( March) Tj ET", "1st March"},
      {"small print on a lower line beside a big number is no superscript", "BT /F1 20 Tf 10 50 Td (38) Tj /F1 8 Tf 26 8 Td (Working) Tj ET", "Working/38"},
      {"hidden text is left out", "BT /F1 10 Tf 3 Tr 10 50 Td (secret) Tj 0 Tr 0 -20 Td (seen) Tj ET", "seen"},
      {"white on a dark band is seen, white on white is not",
       "0 g 0 100 300 30 re f 1 g BT /F1 10 Tf 10 110 Td (Header) Tj 0 -60 Td (ghost) Tj ET", "Header"},
      {"an OCR layer under a picture is read",
       "q 300 0 0 200 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q BT /F1 10 Tf 3 Tr 10 50 Td (scanned) Tj ET", "scanned"},
      {"text running up the page", "BT /F1 10 Tf 0 1 -1 0 50 20 Tm (Sideways text) Tj 0 1 -1 0 70 20 Tm (second line) Tj ET", "Sideways text/second line"},
      {"text running down", "BT /F1 10 Tf 0 -1 1 0 70 150 Tm (first) Tj 0 -1 1 0 50 150 Tm (second) Tj ET", "first/second"},
  };
  for (const Case& c : cases) CHECK_MESSAGE(lines_of({.content = c.content}) == c.lines, c.story);
}

TEST_CASE("reading frame: there and back is where it was") {
  const Box box{10, 20, 40, 25};
  for (int rotation : {0, 90, 180, 270}) {
    CHECK(from_reading_frame(to_reading_frame(box, rotation), rotation) == box);
  }
}

TEST_CASE("turned_upright: a sideways page reads as an upright one, and its boxes find back") {
  struct Case {
    int rotation;
    const char* content;
  };
  const Case cases[] = {{90, "BT /F1 10 Tf 0 -1 1 0 70 150 Tm (first) Tj 0 -1 1 0 50 150 Tm (second) Tj ET 50 10 0.5 100 re f"},
                        {180, "BT /F1 10 Tf -1 0 0 -1 250 50 Tm (first) Tj -1 0 0 -1 250 70 Tm (second) Tj ET 10 50 100 0.5 re f"},
                        {270, "BT /F1 10 Tf 0 1 -1 0 50 20 Tm (first) Tj 0 1 -1 0 70 20 Tm (second) Tj ET 50 10 0.5 100 re f"}};
  for (const Case& c : cases) {
    Diagnostics diagnostics;
    const Document document = record_pdf({.bytes = HandMadePdf{.content = c.content}.bytes()}, Limits{}, diagnostics);
    const Page& shown = document.pages.at(0);
    REQUIRE(main_rotation(shown) == c.rotation);
    const Page upright = turned_upright(shown, c.rotation);
    const PageWords words = find_words(upright, document.styles);
    REQUIRE(words.words.size() == 2);
    CHECK(words.words[0].text == "first");
    CHECK(words.words[0].rotation == 0);
    CHECK(words.words[0].box.y1 < words.words[1].box.y1);
    CHECK(words.words[0].baseline > words.words[0].box.y0);
    CHECK(words.words[0].baseline < words.words[0].box.y1);
    CHECK(upright.rulings.at(0).horizontal);
    const Box back = turned_back(words.words[0].box, c.rotation, shown.width, shown.height);
    CHECK(back.x0 == doctest::Approx(shown.runs[0].box.x0));
    CHECK(back.y1 == doctest::Approx(shown.runs[0].box.y1));
  }
}
