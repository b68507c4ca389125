#include "tools/review/cover_names.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "extractors/pdf/render_page.h"
#include "extractors/read/read.h"
#include "tests/hand_made_pdf.h"

using namespace muster;

namespace {

Source letter() {
  const std::string content = "BT /F1 12 Tf 50 180 Td (There were 7 vacancies.) Tj 0 -40 Td (Yours sincerely) Tj 0 -20 Td (Ann Other) Tj 0 -20 Td (ann.other@newtown.gov.uk) Tj ET";
  return {.name = "letter.pdf", .bytes = test::HandMadePdf{.content = content}.bytes()};
}

Page page_of(const Source& source) {
  Diagnostics ignored;
  return read(source, Limits{}, ignored).pages.at(0);
}

bool covers(const std::vector<Box>& boxes, const Page& page, char first_letter_of_line) {
  return std::ranges::any_of(page.runs, [&](const GlyphRun& run) {
    if (run_text(page, run).front() != first_letter_of_line) return false;
    const Box& glyph = page.glyphs[run.first_glyph].box;
    return std::ranges::any_of(boxes, [&](const Box& b) { return b.x0 <= glyph.x0 && b.x1 >= glyph.x1 && b.y0 <= glyph.y0 && b.y1 >= glyph.y1; });
  });
}

}  // namespace

TEST_CASE("names and addresses of a letter are covered where they stand on its page, figures are not") {
  const Source source = letter();
  const Page page = page_of(source);
  const auto boxes = boxes_to_cover(source, 1, DocumentWords::load(MUSTER_SOURCE_DIR "/schemas/vocabulary", ""));
  REQUIRE(boxes);
  CHECK(covers(*boxes, page, 'A'));
  CHECK(covers(*boxes, page, 'a'));
  CHECK_FALSE(covers(*boxes, page, 'T'));
  CHECK_FALSE(boxes_to_cover(source, 2, DocumentWords::load(MUSTER_SOURCE_DIR "/schemas/vocabulary", "")));
  CHECK(render_page(source, 1, 50, *boxes) != render_page(source, 1, 50));
}

TEST_CASE("words that stand nowhere as a whole are covered one by one") {
  const Page page = page_of(letter());
  struct Case { std::vector<std::string> words; bool found; };
  const Case cases[] = {{{"Ann Other"}, true}, {{"Dr Ann  Other"}, true}, {{"AnnOther"}, true}, {{"Bob"}, false}, {{"Bob Other"}, true}, {{""}, false}};
  for (const Case& c : cases) CHECK_MESSAGE(!boxes_of_words(page, c.words).empty() == c.found, c.words[0]);
}
