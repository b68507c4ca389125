#include "normalizers/confidence.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "tests/test_directory.h"

using namespace muster;

namespace {

const std::string shipped_directory = MUSTER_SOURCE_DIR "/schemas/vocabulary";

const Vocabulary& shipped() {
  static const Vocabulary vocabulary = Vocabulary::load(shipped_directory);
  return vocabulary;
}

// A figure of a table with every dimension told by a header.
Observation well_told() {
  Observation o;
  o.observation_id = "o1";
  o.measure = "vacancy";
  o.unit = "fte";
  o.service = "children";
  o.role = "social worker";
  o.area_code = "E06000001";
  o.period = {.iso = "2020-03-31", .kind = "instant"};
  o.quantity = {.value = "12.0", .qualifier = "exact", .status = "reported"};
  o.table_id = "t1";
  o.evidence = "measure: 'Vacancies' in column header; unit: 'FTE' in column header; period: table title; service: 'Children' in table title; role: 'social worker'";
  return o;
}

double confidence_of(const Observation& o, const Vocabulary& vocabulary = shipped()) {
  std::vector<Observation> all = {o};
  grade({}, {}, vocabulary, all);
  return all[0].confidence;
}

}  // namespace

TEST_CASE("told_how: the phrase of a dimension, whatever its words hold") {
  Observation o;
  o.service = "children";
  o.evidence = "measure: 'posts; vacant' in column header; period: words before, said of a year";
  CHECK(told_how(o, "measure") == "'posts; vacant' in column header");
  CHECK(told_how(o, "period") == "words before, said of a year");
  CHECK(told_how(o, "service") == "not said");
  CHECK(told_how(o, "unit") == "unstated");
}

TEST_CASE("grade: every doubt lowers, and well told figures of tables are sure") {
  CHECK(confidence_of(well_told()) >= 0.9);
  struct Case { const char* doubt; Observation o; };
  std::vector<Case> cases(6, {"", well_told()});
  cases[0].doubt = "no role", cases[0].o.role.clear(), cases[0].o.evidence = "period: table title";
  cases[1].doubt = "period from the question", cases[1].o.evidence = "measure: 'Vacancies' in column header; period: question";
  cases[2].doubt = "measure from words before", cases[2].o.evidence = "measure: 'vacancies' in words before; period: table title";
  cases[3].doubt = "running text", cases[3].o.basis = Basis::narrative;
  cases[4].doubt = "column not certain", cases[4].o.evidence += "; column: uncertain";
  cases[5].doubt = "approximate", cases[5].o.quantity.qualifier = "approximate";
  for (const Case& c : cases) {
    INFO(c.doubt);
    std::vector<Observation> all = {c.o};
    grade({}, {}, shipped(), all);
    CHECK(all[0].confidence < confidence_of(well_told()));
    CHECK(all[0].evidence.find(c.doubt) != std::string::npos);
  }
}

TEST_CASE("grade: figures that nothing tells apart are doubtful; an equation and a repetition are proofs") {
  std::vector<Observation> all = {well_told(), well_told()};
  all[1].quantity.value = "14.0";
  grade({}, {}, shipped(), all);
  CHECK(all[0].confidence < 0.7);
  CHECK(all[1].confidence < 0.7);
  all = {well_told(), well_told()};
  const double plain = confidence_of(well_told());
  all[1].repeats = "o1";
  grade({{.terms = {0}, .printed = 1, .holds = true}}, {}, shipped(), all);
  CHECK(all[0].confidence > plain);
  CHECK(all[1].confidence > plain);
  all = {well_told()};
  grade({}, {.refused = 9}, shipped(), all);
  CHECK(all[0].confidence < plain);
}

TEST_CASE("load_confidence_rules: a user's row takes the place of the shipped one; what is wrong is said") {
  const std::string directory = test_directory("confidence");
  std::filesystem::create_directories(directory);
  std::ofstream(directory + "/confidence.csv") << "reason,dimension,pattern,points\ntable,basis,table,0\n";
  CHECK(confidence_of(well_told(), Vocabulary::load(shipped_directory, directory)) == 0.5);
  std::ofstream(directory + "/confidence.csv") << "reason,dimension,pattern,points\ntable,basis,table,much\n";
  CHECK_THROWS_WITH(Vocabulary::load(shipped_directory, directory), doctest::Contains("points are 'much', expected a number"));
  std::filesystem::remove_all(directory);
}
