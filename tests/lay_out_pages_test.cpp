#include <doctest/doctest.h>

#include <algorithm>

#include "extractors/layout/block_tags.h"
#include "extractors/layout/lay_out.h"
#include "extractors/pdf/record_pdf.h"
#include "tests/hand_made_pdf.h"

using namespace muster;
using test::HandMadePdf;

namespace {

Blocks laid_out(const HandMadePdf& pdf, Diagnostics& diagnostics) {
  static const DocumentWords words = DocumentWords::load(MUSTER_SOURCE_DIR "/schemas/vocabulary");
  return lay_out_pages(record_pdf({.bytes = pdf.bytes()}, Limits{}, diagnostics), words, diagnostics);
}

// "H:Heading|P:text|I(1.):text"; a forced break as '~'.
std::string shown(const Blocks& blocks) {
  std::string out;
  for (const Block& block : blocks.blocks) {
    if (!out.empty()) out += '|';
    out += block.kind == BlockKind::heading ? "H" : block.kind == BlockKind::list_item ? "I" : block.kind == BlockKind::table ? "T" : "P";
    if (!block.label.empty()) out += "(" + block.label + ")";
    out += ":" + block.text;
  }
  std::replace(out.begin(), out.end(), '\n', '~');
  return out;
}

// Lines of 10 point text from the top, 12 points apart; an empty line leaves a gap.
std::string lines(std::initializer_list<const char*> texts) {
  std::string content = "BT /F1 10 Tf 12 TL 20 180 Td ";
  for (const char* text : texts) content += "(" + std::string(text) + ") Tj T* ";
  return content + "ET";
}

}  // namespace

TEST_CASE("lay_out_pages: lines become paragraphs, list items and headings") {
  struct Case {
    const char* story;
    std::string content;
    const char* blocks;
  };
  const Case cases[] = {
      {"full lines run on", lines({"The council employs social workers in seven teams and has", "vacancies in all of them at present."}),
       "P:The council employs social workers in seven teams and has vacancies in all of them at present."},
      {"a gap parts paragraphs", lines({"First paragraph of the letter, which is as long as a line is", "", "Second paragraph of the letter, which is as long as a line"}),
       "P:First paragraph of the letter, which is as long as a line is|P:Second paragraph of the letter, which is as long as a line"},
      {"short lines are forced breaks", lines({"The complaints procedure of the council is described at the", "", "Some Council", "Town Hall", "High Street"}),
       "P:The complaints procedure of the council is described at the|P:Some Council~Town Hall~High Street"},
      {"numbered questions", lines({"1. How many social workers have left the service in the", "last year?", "a\\) by resignation", "b\\) by retirement"}),
       "I(1.):How many social workers have left the service in the last year?|I(a)):by resignation|I(b)):by retirement"},
      {"a number alone on its line belongs to what follows", lines({"2.", "How many posts are vacant, and how many are covered by"}),
       "I(2.):How many posts are vacant, and how many are covered by"},
      {"a decimal at the front of a line is no label", lines({"11.3 WTE occupational therapists are employed by the council"}),
       "P:11.3 WTE occupational therapists are employed by the council"},
      {"dotted numbers that count on are labels", lines({"1.1 The committee is asked to note the report of the director", "", "1.2 The committee is asked to agree the plan of the director"}),
       "I(1.1):The committee is asked to note the report of the director|I(1.2):The committee is asked to agree the plan of the director"},
      {"a sentence that wraps at a number is no list", lines({"These figures are those of the return that was made in March", "2019. Later figures have not been published by the council"}),
       "P:These figures are those of the return that was made in March 2019. Later figures have not been published by the council"},
      {"a hard hyphen stays", lines({"Everyone who works with children is trained for the post-", "qualifying award candidates, which is post-qualifying training"}),
       "P:Everyone who works with children is trained for the post-qualifying award candidates, which is post-qualifying training"},
      {"hyphenation is undone where the word is known", lines({"All vacancies are listed below, and all of the many open vacan-", "cies have been advertised nationally at least three times each"}),
       "P:All vacancies are listed below, and all of the many open vacancies have been advertised nationally at least three times each"},
      {"larger text is a heading", "BT /F2 16 Tf 20 170 Td (Workforce report) Tj /F1 10 Tf 0 -30 Td (The service has grown in every year since 2019 and goes on.) Tj ET",
       "H:Workforce report|P:The service has grown in every year since 2019 and goes on."},
      {"bold text over plain text is a heading", "BT /F2 10 Tf 20 170 Td (Response) Tj /F1 10 Tf 0 -20 Td (The service has grown in every year since 2019 and goes on.) Tj ET",
       "H:Response|P:The service has grown in every year since 2019 and goes on."},
      {"what announces a table is not", "BT /F2 10 Tf 20 170 Td (Table 1: Vacancies) Tj /F1 10 Tf 0 -20 Td (The service has grown in every year since 2019 and goes on.) Tj ET",
       "P:Table 1: Vacancies|P:The service has grown in every year since 2019 and goes on."},
      {"rows of values stay rows", "BT /F1 10 Tf 20 170 Td (2019) Tj 80 0 Td (208.7) Tj 80 0 Td (48.0) Tj -160 -12 Td (2020) Tj 80 0 Td (220.2) Tj 80 0 Td (34.2) Tj ET",
       "P:2019 208.7 48.0~2020 220.2 34.2"},
  };
  for (const Case& c : cases) {
    Diagnostics diagnostics;
    CHECK_MESSAGE(shown(laid_out({.content = c.content}, diagnostics)) == c.blocks, c.story);
  }
}

TEST_CASE("lay_out_pages: what a reader cannot see leaves a diagnostic") {
  Diagnostics diagnostics;
  const Blocks blocks = laid_out({.content = "BT /F1 10 Tf 20 100 Td (seen) Tj 3 Tr 0 -20 Td (hidden 99) Tj ET"}, diagnostics);
  CHECK(shown(blocks) == "P:seen");
  const auto hidden = std::find_if(diagnostics.list().begin(), diagnostics.list().end(), [](const Diagnostic& d) { return d.code == "hidden_text"; });
  REQUIRE(hidden != diagnostics.list().end());
  CHECK(hidden->raw == "hidden 99");
}

TEST_CASE("lay_out_pages: places are those of the page as shown, sideways too") {
  Diagnostics diagnostics;
  const Blocks blocks = laid_out({.content = "BT /F1 10 Tf 0 1 -1 0 50 20 Tm (Sideways) Tj ET"}, diagnostics);
  REQUIRE(blocks.blocks.size() == 1);
  const Box& box = blocks.blocks[0].place.box;
  CHECK(box.x0 < 50);
  CHECK(box.y1 == doctest::Approx(180));
  CHECK(box.height() > box.width());
}

TEST_CASE("lay_out_pages: the file's tags part what geometry would join") {
  HandMadePdf pdf;
  pdf.catalog_entries = "/MarkInfo << /Marked true >> /StructTreeRoot 10 0 R";
  pdf.objects = {"<< /Type /StructTreeRoot /K [11 0 R 12 0 R 13 0 R] >>", "<< /S /H2 /P 10 0 R /Pg 3 0 R /K 0 >>",
                 "<< /S /P /P 10 0 R /Pg 3 0 R /K 1 >>", "<< /S /P /P 10 0 R /Pg 3 0 R /K 2 >>"};
  pdf.content = "BT /F1 10 Tf 12 TL 20 180 Td /H2 <</MCID 0>> BDC (Scope) Tj EMC T* "
                "/P <</MCID 1>> BDC (Agency workers are counted as of the last day of the) Tj EMC T* "
                "/P <</MCID 2>> BDC (month. The answer to every one of your questions follows.) Tj EMC ET";
  Diagnostics diagnostics;
  CHECK(shown(laid_out(pdf, diagnostics)) ==
        "H:Scope|P:Agency workers are counted as of the last day of the|P:month. The answer to every one of your questions follows.");
}

TEST_CASE("block_tags: spans and list bodies count as their block") {
  Document document;
  for (const auto& [name, parent] : std::vector<std::pair<const char*, int>>{{"Document", -1}, {"L", 0}, {"LI", 1}, {"LBody", 2}, {"P", 3}, {"Span", 4}})
    document.tags.push_back({.name = name, .parent = parent});
  CHECK(block_tags(document) == std::vector<int>{-1, -1, 2, 2, 2, 2});
}
