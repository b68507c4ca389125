// Every limit of extractors/read/limits.h with the smallest document that reaches it: what came before stays, and a diagnostic tells.
#include "extractors/read/limits.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>

#include "extractors/read/read.h"
#include "tests/hand_made_pdf.h"
#include "tests/hand_made_zip.h"

using namespace muster;

namespace {

struct Case {
  const char* limit;
  std::function<void(Limits&)> lower;
  std::string bytes;
};

bool reaches_limit(const Case& c, const Limits& limits) {
  Diagnostics diagnostics;
  read({.name = "letter", .bytes = c.bytes}, limits, diagnostics);
  return std::ranges::any_of(diagnostics.list(), [](const Diagnostic& d) { return d.code == "limit_reached"; });
}

std::string two_pages() {
  return "%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>\nendobj\n"
         "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>\nendobj\n4 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>\nendobj\n"
         "trailer\n<< /Root 1 0 R >>\n%%EOF\n";
}

std::string page_of(const std::string& content) { return test::HandMadePdf{.content = content}.bytes(); }

}  // namespace

TEST_CASE("limits: each has a smallest document that reaches it") {
  const std::string words = page_of("BT /F1 12 Tf 50 100 Td (Vacancies) Tj ET"), lines = page_of("0 9 m 99 9 l S 0 19 m 99 19 l S 0 29 m 99 29 l S");
  const std::string html = "<html><body><div><div><div><p>Vacancies: 3</p><p>4</p></div></div></div></body></html>";
  const std::string sheet = testing::xlsx_of({{"Staff", "<sheetData><row r=\"1\"><c r=\"A1\"><v>3</v></c><c r=\"B1\"><v>4</v></c></row><row r=\"2\"><c r=\"A2\"><v>5</v></c></row></sheetData>"}});
  const Case cases[] = {
      {"source_bytes", [](Limits& l) { l.source_bytes = 8; }, "Vacancies: 3\n"},
      {"expanded_bytes", [](Limits& l) { l.expanded_bytes = 40; }, testing::docx_of("<w:p><w:r><w:t>Vacancies: 3</w:t></w:r></w:p>")},
      {"pages", [](Limits& l) { l.pages = 1; }, two_pages()},
      {"glyphs_per_page", [](Limits& l) { l.glyphs_per_page = 3; }, words},
      {"rulings_per_page", [](Limits& l) { l.rulings_per_page = 1; }, lines},
      {"tags", [](Limits& l) { l.tags = 3; }, html},
      {"tag_depth", [](Limits& l) { l.tag_depth = 3; }, html},
      {"table_cells", [](Limits& l) { l.table_cells = 1; }, sheet},
      {"text_lines", [](Limits& l) { l.text_lines = 1; }, "Vacancies: 3\nAgency: 4\n"},
      {"line_bytes", [](Limits& l) { l.line_bytes = 4; }, "Vacancies: 3\n"},
  };
  for (const Case& c : cases) {
    Limits lowered;
    c.lower(lowered);
    CHECK_MESSAGE(reaches_limit(c, lowered), c.limit);
    CHECK_MESSAGE(!reaches_limit(c, Limits{}), c.limit);
  }
}
