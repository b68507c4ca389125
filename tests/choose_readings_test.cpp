#include "normalizers/choose_readings.h"

#include <doctest/doctest.h>

using namespace muster;

namespace {

const Vocabulary& shipped_vocabulary() {
  static const Vocabulary vocabulary = Vocabulary::load(MUSTER_SOURCE_DIR "/schemas/vocabulary");
  return vocabulary;
}

// Two teams with establishment, vacancies and the rate of one to the other; the establishment of the second has slid up.
Outline smeared_outline() {
  Outline outline;
  outline.text = "North 20 8 5 25% South 2 25%";
  Table& t = outline.tables.emplace_back();
  t.table_id = "t1";
  t.cells = {{.row = 0, .col = 0, .text = "20 8", .span = {6, 10}}, {.row = 0, .col = 1, .text = "5"}, {.row = 0, .col = 2, .text = "25"},
             {.row = 1, .col = 0, .text = "", .span = {17, 17}},    {.row = 1, .col = 1, .text = "2"}, {.row = 1, .col = 2, .text = "25"}};
  t.rivals.push_back({.evidence = "slid", .cells = {{.row = 0, .col = 0, .text = "20"}, {.row = 1, .col = 0, .text = "8"}}, .partial = true});
  return outline;
}

// Reads the cells as establishment, vacancy, vacancy_rate of a team for each row; a cell with two words says nothing.
std::vector<Observation> observe(const Outline& outline, int table) {
  static constexpr const char* measures[] = {"establishment", "vacancy", "vacancy_rate"};
  std::vector<Observation> out;
  for (const Cell& c : outline.tables[static_cast<size_t>(table)].cells) {
    if (c.text.empty() || c.text.find(' ') != std::string::npos) continue;
    Observation o;
    o.table_id = "t1";
    o.measure = measures[c.col];
    o.team = "team " + std::to_string(c.row);
    o.quantity = {.value = c.text, .qualifier = "exact", .status = "reported"};
    out.push_back(o);
  }
  return out;
}

}  // namespace

TEST_CASE("choose_readings: the reading that the rates prove replaces the first, which stays visible") {
  Outline outline = smeared_outline();
  const std::vector<ProvenReading> proven = choose_readings(outline, shipped_vocabulary(), observe);
  REQUIRE(proven.size() == 1);
  CHECK(proven[0].cells == std::vector<std::pair<int, int>>{{0, 0}, {1, 0}});
  CHECK(outline.tables[0].cells[0].text == "20");
  CHECK(outline.tables[0].cells[0].text_as_read == "20 8");
  CHECK(outline.tables[0].cells[3].text == "8");
  CHECK(outline.slice(outline.tables[0].cells[3].span) == "20 8");
}

TEST_CASE("choose_readings: without proof the first reading stays") {
  Outline outline = smeared_outline();
  outline.tables[0].rivals[0].cells[0].text = "40";
  outline.tables[0].rivals[0].cells[1].text = "20";
  CHECK(choose_readings(outline, shipped_vocabulary(), observe).empty());
  CHECK(outline.tables[0].cells[0].text == "20 8");
}
