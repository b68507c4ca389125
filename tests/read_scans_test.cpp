// Scans of our own (corpus/mini/scan) wrapped into PDFs here. Values are compared, not bytes: recognisers differ.
#include "extractors/ocr/read_scans.h"

#include <doctest/doctest.h>

#include "extractors/ocr/scan_reader.h"
#include "extractors/pdf/record_pdf.h"
#include "extractors/read/document_words.h"
#include "extractors/layout/lay_out.h"
#include "tests/hand_made_pdf.h"
#include "tests/run_program.h"

using namespace muster;
using test::HandMadePdf;

namespace {

// False, with a word why, where this machine cannot read scans.
bool can_read_scans() {
  static const std::string missing = ScanReader().missing();
  if (!missing.empty()) MESSAGE("skipped, scans are not read here: " << missing);
  return missing.empty();
}

std::string fixture(const char* name) { return file_text(std::string(MUSTER_SOURCE_DIR "/corpus/mini/scan/") + name); }

size_t big_endian(const std::string& bytes, size_t at) {
  size_t n = 0;
  for (size_t i = 0; i < 4; ++i) n = n << 8 | static_cast<unsigned char>(bytes[at + i]);
  return n;
}

// A page of 420 by 300 points that shows a black and white PNG, whose compressed lines a PDF takes as they are.
std::string scan_as_pdf(const std::string& png, const std::string& further_content = {}, const std::string& matrix = "420 0 0 300 0 0",
                        const std::string& media_box = "0 0 420 300") {
  std::string data;
  for (size_t at = 8; at + 8 < png.size(); at += big_endian(png, at) + 12)
    if (png.substr(at + 4, 4) == "IDAT") data += png.substr(at + 8, big_endian(png, at));
  const std::string width = std::to_string(big_endian(png, 16)), height = std::to_string(big_endian(png, 20));
  const std::string entries = "/Type /XObject /Subtype /Image /Width " + width + " /Height " + height +
                              " /ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /FlateDecode /DecodeParms << /Predictor 15 /BitsPerComponent 1 /Columns " + width + " >>";
  return HandMadePdf{.content = "q " + matrix + " cm /Im1 Do Q " + further_content,
                     .page_entries = "/MediaBox [" + media_box + "]",
                     .resources = "/XObject << /Im1 10 0 R >>",
                     .objects = {test::stream_object(entries, data)}}
      .bytes();
}

struct ScanRead {
  Document document;
  Diagnostics diagnostics;

  explicit ScanRead(const std::string& pdf, const Limits& limits = {}) {
    const Source source{.bytes = pdf};
    document = record_pdf(source, limits, diagnostics);
    read_scans(source, limits, document, diagnostics);
  }

  bool has_code(const std::string& code) const {
    return std::ranges::any_of(diagnostics.list(), [&](const Diagnostic& d) { return d.code == code; });
  }
};

// Invisible text, small enough for one line.
std::string hidden_layer(const std::string& words) { return "BT 3 Tr /F1 2 Tf 40 230 Td (" + words + ") Tj ET"; }

constexpr const char* right_words =
    "Fernhill fostering desk The desk took 1,284 calls in the year to 31 March 2022. Two in three came by telephone, the others by letter. "
    "Area 2020 2021 2022 North and coast 12.5 13.0 9.8 South 7.0 8.4 11.6 Total 19.5 21.4 21.4 "
    "Calls after hours are not counted. Places are those open on the last day.";

}  // namespace

TEST_CASE("read_scans: a scan that lies askew is read, its table cell by cell") {
  if (!can_read_scans()) return;
  const ScanRead scan(scan_as_pdf(fixture("ruled-table-askew.png")));
  const Page& page = scan.document.pages.at(0);
  CHECK(scan.document.text_source == TextSource::ocr);
  CHECK(page.from_ocr);
  CHECK(page.skew_deg == doctest::Approx(0.8).epsilon(0.15));
  CHECK(page.rulings.size() >= 10);
  const Blocks blocks = lay_out(scan.document, DocumentWords::load(MUSTER_SOURCE_DIR "/schemas/vocabulary", ""), const_cast<Diagnostics&>(scan.diagnostics));
  REQUIRE(blocks.tables.size() == 1);
  const Table& table = blocks.tables[0];
  const std::vector<std::vector<std::string>> expected = {
      {"Area", "2020", "2021", "2022"}, {"North and coast", "12.5", "13.0", "9.8"}, {"South", "7.0", "8.4", "11.6"}, {"Total", "19.5", "21.4", "21.4"}};
  CHECK(table.method == TableMethod::ruled);
  for (size_t row = 0; row < expected.size(); ++row)
    for (size_t col = 0; col < expected[row].size(); ++col) {
      const Cell* cell = cell_at(table, static_cast<int>(row), static_cast<int>(col));
      REQUIRE(cell);
      CHECK(cell->text == expected[row][col]);
    }
}

TEST_CASE("read_scans: pages on their side or upside down, and pages with specks") {
  if (!can_read_scans()) return;
  std::string specks = "0 g ";
  unsigned state = 7;  // a small generator of its own, the same everywhere
  const auto next = [&](unsigned most) { return (state = state * 1103515245 + 12345) / 65536 % most; };
  for (int i = 0; i < 900; ++i) specks += std::to_string(next(420)) + "." + std::to_string(next(10)) + " " + std::to_string(next(300)) + "." + std::to_string(next(10)) + " 0.3 0.3 re f ";
  struct Case { const char *what, *matrix, *media_box; std::string further; int turned; };
  const Case cases[] = {
      {"its top to the left", "0 420 -300 0 300 0", "0 0 300 420", "", 90},
      {"upside down", "-420 0 0 -300 420 300", "0 0 420 300", "", 180},
      {"its top to the right", "0 -420 300 0 0 420", "0 0 300 420", "", 270},
      {"specks", "420 0 0 300 0 0", "0 0 420 300", specks, 0},
  };
  for (const Case& c : cases) {
    ScanRead scan(scan_as_pdf(fixture("ruled-table-askew.png"), c.further, c.matrix, c.media_box));
    CHECK_MESSAGE(scan.has_code("page_turned") == (c.turned != 0), c.what);
    const Page& page = scan.document.pages.at(0);
    CHECK_MESSAGE(page.width == doctest::Approx(420).epsilon(0.01), c.what);  // upright
    CHECK_MESSAGE(page.text.find("1,284") != std::string::npos, c.what);
    const Blocks blocks = lay_out(scan.document, DocumentWords::load(MUSTER_SOURCE_DIR "/schemas/vocabulary", ""), scan.diagnostics);
    REQUIRE_MESSAGE(blocks.tables.size() == 1, c.what);
    const Table& table = blocks.tables[0];
    REQUIRE_MESSAGE(table.rows == 4, c.what);
    std::string row;
    for (int col = 0; col < table.cols; ++col) row += cell_at(table, 1, col)->text + "|";
    CHECK_MESSAGE(row == "North and coast|12.5|13.0|9.8|", c.what);
    const Box& place = cell_at(table, 1, 1)->place.box;  // on the page as it lies
    if (c.turned % 180 == 90) CHECK_MESSAGE(place.height() > place.width(), c.what);
    else CHECK_MESSAGE(place.width() > place.height(), c.what);
  }
}

TEST_CASE("read_scans: words have places, sizes and the recogniser's certainty") {
  if (!can_read_scans()) return;
  const ScanRead scan(scan_as_pdf(fixture("ruled-table-askew.png")));
  const Page& page = scan.document.pages.at(0);
  for (const GlyphRun& run : page.runs) {
    CHECK((run.certainty >= 0 && run.certainty <= 1));
    if (!run_text(page, run).starts_with("1,284")) continue;
    CHECK(run.box.center_x() == doctest::Approx(115).epsilon(0.05));
    CHECK(run.baseline == doctest::Approx(70).epsilon(0.05));
    CHECK(scan.document.styles[run.style].size_pt == doctest::Approx(11).epsilon(0.12));
    CHECK(run.certainty > 0.6f);
  }
  CHECK(page.text.find("1,284") != std::string::npos);
}

TEST_CASE("read_scans: a hidden layer is kept where it says what the page shows, and set aside where not") {
  if (!can_read_scans()) return;
  struct Case { const char* story; std::string layer; bool kept; };
  const Case cases[] = {
      {"right", right_words, true},
      {"of another page", "Minutes of the library committee, who met on a Tuesday and spoke about opening hours, roofs and the price of paper.", false},
      {"garbled", "Fqr#hxll f~st3r!ng d&sk Th& d$sk t**k xvbn cqlls zn th% yqqr t\\ 3l Mxrch 2O22 Twx zn thrqq", false},
  };
  for (const Case& c : cases) {
    const ScanRead scan(scan_as_pdf(fixture("ruled-table-askew.png"), hidden_layer(c.layer)));
    CHECK_MESSAGE(scan.document.pages.at(0).from_ocr == !c.kept, c.story);
    CHECK_MESSAGE(scan.has_code("text_layer_set_aside") == !c.kept, c.story);
    CHECK_MESSAGE((scan.document.text_source == TextSource::ocr) == !c.kept, c.story);
  }
}

TEST_CASE("read_scans: what is not read stays a diagnostic") {
  const std::string scan_pdf = scan_as_pdf(fixture("ruled-table-askew.png"));
  Limits none;
  none.scanned_pages = 0;
  const ScanRead unread(scan_pdf, none);
  CHECK(unread.has_code("page_without_text"));
  CHECK(unread.document.text_source == TextSource::text);
  const ScanRead drawn(HandMadePdf{.content = "BT /F1 12 Tf 20 100 Td (Eleven posts) Tj ET"}.bytes());
  CHECK_FALSE(drawn.has_code("page_without_text"));
  CHECK_FALSE(drawn.document.pages.at(0).from_ocr);
  const ScanRead white(HandMadePdf{.content = "q 300 0 0 200 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \xFF EI Q"}.bytes());
  CHECK(white.has_code("page_without_text"));
}
