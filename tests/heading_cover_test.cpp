#include "extractors/tables/heading_cover.h"

#include <doctest/doctest.h>

#include "extractors/tables/find_tables.h"
#include "tests/hand_made_page.h"

using namespace muster;

namespace {

Table table_on(const HandMadePage& page) {
  static const DocumentWords words = DocumentWords::load(MUSTER_SOURCE_DIR "/schemas/vocabulary");
  Diagnostics diagnostics;
  const std::vector<Table> tables = find_tables(page.document(), words, diagnostics);
  REQUIRE(tables.size() == 1);
  return tables[0];
}

// "heading col+span" of the first row of headers.
std::string top_row(const Table& table) {
  std::string out;
  for (const Cell& c : table.cells)
    if (c.row == 0 && !c.text.empty()) out += (out.empty() ? "" : " | ") + c.text + " " + std::to_string(c.col) + "+" + std::to_string(c.colspan);
  return out;
}

// Columns in the middle of which their headings stand, figures set to the right of it.
struct Columns {
  std::vector<float> middles;

  void heads(HandMadePage& page, float y, const std::vector<const char*>& words) const {
    for (size_t i = 0; i < words.size(); ++i) page.centered(middles[i], y, words[i]);
  }
  void rows(HandMadePage& page, float y) const {
    for (const char* label : {"Ashby", "Barnham", "Corley", "Denby"}) {
      page.text(40, y, label);
      for (const float x : middles) page.right(x + 18, y, "12.5");
      y += 16;
    }
  }
};

}  // namespace

TEST_CASE("headings in the middle of groups of columns span them, though one stands right over a column") {
  const Columns columns{{160, 220, 280, 340, 400, 460, 520}};
  HandMadePage page;
  page.centered(220, 100, "FTE").centered(430, 100, "Percent");
  columns.heads(page, 116, {"Posts", "Agency", "Left", "Post", "Agy", "Turn", "Sick"});
  columns.rows(page, 136);
  CHECK(top_row(table_on(page)) == "FTE 1+3 | Percent 4+4");
}

TEST_CASE("one heading over four columns, beside headings of one") {
  const Columns columns{{180, 250, 320, 390, 470, 540}};
  HandMadePage page;
  page.centered(285, 100, "30 September").centered(470, 100, "Region").centered(540, 100, "England");
  columns.heads(page, 116, {"2021", "2022", "2023", "2024", "2024", "2024"});
  columns.rows(page, 136);
  CHECK(top_row(table_on(page)).starts_with("30 September 1+4"));
}

TEST_CASE("a rule under the group headings shows that they head groups of odd numbers") {
  const Columns columns{{160, 220, 280, 340, 400, 460}};
  HandMadePage page;
  page.centered(220, 100, "FTE").centered(400, 100, "Rate");
  page.across(106, 130, 490);
  columns.heads(page, 120, {"Posts", "Agency", "Left", "Post", "Agy", "Turn"});
  columns.rows(page, 140);
  CHECK(top_row(table_on(page)) == "FTE 1+3 | Rate 4+3");
}

TEST_CASE("shadings of cells show what a heading spans") {
  const Columns columns{{160, 220, 280, 340, 400, 460}};
  HandMadePage page;
  page.shade({130, 90, 310, 105}).shade({310, 90, 490, 105});
  for (const float x : columns.middles) page.shade({x - 30, 105, x + 30, 126});
  page.centered(220, 100, "FTE").centered(400, 100, "Rate");
  columns.heads(page, 118, {"Posts", "Agency", "Left", "Post", "Agency", "Turn"});
  columns.rows(page, 140);
  CHECK(top_row(table_on(page)) == "FTE 1+3 | Rate 4+3");
}

TEST_CASE("lines of headings that broke are no groups") {
  const Columns columns{{160, 210, 260, 310}};
  HandMadePage page;
  page.centered(210, 104, "Vacancies").centered(310, 104, "Sickness");
  columns.heads(page, 116, {"Posts", "covered", "Left", "absence"});
  columns.rows(page, 136);
  CHECK(top_row(table_on(page)) == "Posts 1+1 | Vacancies covered 2+1 | Left 3+1 | Sickness absence 4+1");
}
