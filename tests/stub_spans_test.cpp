#include "extractors/tables/stub_spans.h"

#include <doctest/doctest.h>

#include "extractors/tables/find_tables.h"
#include "tests/hand_made_page.h"

using namespace muster;

namespace {

// "label rows" of the first column's labels.
std::string stub_of(const HandMadePage& page) {
  static const DocumentWords words = DocumentWords::load(MUSTER_SOURCE_DIR "/schemas/vocabulary");
  Diagnostics diagnostics;
  const std::vector<Table> tables = find_tables(page.document(), words, diagnostics);
  REQUIRE(tables.size() == 1);
  std::string out;
  for (const Cell& c : tables[0].cells)
    if (c.col == 0 && c.row >= tables[0].header_rows && !c.text.empty())
      out += (out.empty() ? "" : " | ") + c.text + " " + std::to_string(c.row) + "+" + std::to_string(c.rowspan);
  return out;
}

// Three years for each label, which stands beside the one given (0 to 2).
void groups(HandMadePage& page, size_t beside, const std::vector<const char*>& labels) {
  float y = 116;
  page.text(40, 100, "Area").text(160, 100, "Year").right(300, 100, "Posts").right(400, 100, "Left");
  for (const char* label : labels)
    for (size_t k = 0; k < 3; ++k, y += 16) {
      if (k == beside) page.text(40, y, label);
      page.text(160, y, k == 0 ? "2021" : k == 1 ? "2022" : "2023").right(300, y, "120.5").right(400, y, "8.5");
    }
}

}  // namespace

TEST_CASE("a label in the middle of its rows, at their top or bottom, spans them where the next column's labels come again") {
  for (const size_t beside : {0u, 1u, 2u}) {
    HandMadePage page;
    groups(page, beside, {"Ashby", "Barnham", "Corley"});
    CHECK(stub_of(page) == "Ashby 1+3 | Barnham 4+3 | Corley 7+3");
  }
}

TEST_CASE("rules that cross the first column part the groups") {
  HandMadePage page;
  groups(page, 1, {"Ashby", "Barnham"});
  for (int row = 0; row <= 6; ++row) page.across(104.5f + 16 * float(row), row % 3 ? 150.f : 35.f, 410);
  CHECK(stub_of(page) == "Ashby 1+3 | Barnham 4+3");
}

TEST_CASE("labels of rows of their own span nothing") {
  HandMadePage page;
  page.text(40, 100, "Area").text(160, 100, "Kind").right(300, 100, "Posts").right(400, 100, "Left");
  float y = 116;
  for (const char* label : {"Ashby", "Barnham", "Corley", "Denby"}) {
    page.text(40, y, label).text(160, y, "City").right(300, y, "120.5").right(400, y, "8.5");
    y += 16;
  }
  CHECK(stub_of(page) == "Ashby 1+1 | Barnham 2+1 | Corley 3+1 | Denby 4+1");
}

TEST_CASE("a label whose line ends on a joint goes on below, whatever letter follows") {
  for (const char* end : {"lost in the year to", "kept by the service of", "who work for"}) {
    HandMadePage page;
    page.text(40, 100, "Measure").right(300, 100, "Posts").right(400, 100, "Left");
    page.text(40, 116, "Social workers").right(300, 116, "12.5").right(400, 116, "8.5");
    page.text(40, 140, end).right(300, 140, "14.5").right(400, 140, "7.5").text(40, 152, "September 2023");
    page.text(40, 176, "Agency workers").right(300, 176, "13.5").right(400, 176, "9.5");
    CHECK(stub_of(page) == "Social workers 1+1 | " + std::string(end) + " September 2023 2+1 | Agency workers 3+1");
  }
}
