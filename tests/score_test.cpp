#include "tools/score.h"

#include <doctest/doctest.h>

#include "tests/run_program.h"
#include "tools/score_rows.h"

using namespace muster;

namespace {

const char* const truth_header = "document,area_code,service,measure,unit,period,value,value_upper,status,optional\n";
const char* const data_header = "observation_id,document_id,area_code,service,measure,unit,period,value,value_upper,status,basis\n";

// Score of observation rows "d1,…" against truth rows "one.txt,…".
ObservationScore scored(const std::string& truth, const std::string& rows) {
  const auto folder = test_directory("score");
  put_file(folder / "truth" / "observations.csv", truth_header + truth);
  put_file(folder / "truth" / "documents.csv", "document,publisher_code\none.txt,E1\nnothing.txt,E2\n");
  put_file(folder / "data" / "observations.csv", data_header + rows);
  put_file(folder / "data" / "documents.csv", "document_id,source,publisher_code\nd1,in/one.txt,E1\nd2,nothing.txt,\n");
  return score_dataset({.truths = {(folder / "truth").string()}, .dataset = (folder / "data").string()}).strict;
}

}  // namespace

TEST_CASE("comparable: wordings that say the same are the same") {
  struct Case { const char *key, *text, *same; };
  const Case cases[] = {
      {"value", "1,250.50", "1250.5"}, {"value", "007", "7"}, {"value", "0.0", "0"}, {"value", ".5", "0.5"}, {"value", "-3.10", "-3.1"},
      {"value", "n/a", "n/a"}, {"value", "", ""}, {"period", "2018-08/..", "2018-08/"},
      {"team", "High Peak (HP)", "high peak"}, {"team", "Fostering & Adoption", "fostering and adoption"},
      {"grade", "Grade 9", "9"}, {"grade", "Level 2", "2"}, {"breakdown", "sex=F;age=20-29", "20 29;f"}, {"status", " reported ", "reported"},
  };
  for (const Case& c : cases) CHECK_MESSAGE(comparable(c.key, c.text) == c.same, c.text);
}

TEST_CASE("score: what counts as found, wrong, repeated and optional") {
  const std::string truth = "one.txt,E1,children|all,vacancy,fte,2019,4,,reported,\none.txt,E1,,vacancy,fte,2020,5,,reported,1\n";
  struct Case { const char* why; std::string rows; size_t found, wrong; double precision; };
  const Case cases[] = {
      {"an alternative of the truth", "o1,d1,E1,all,vacancy,fte,2019,4.0,,reported,table\n", 1, 0, 1},
      {"another value", "o1,d1,E1,all,vacancy,fte,2019,40,,reported,table\n", 0, 1, 0},
      {"the same fact again is neither", "o1,d1,E1,all,vacancy,fte,2019,4,,reported,table\no2,d1,E1,all,vacancy,fte,2019,4,,reported,narrative\n", 1, 0, 1},
      {"an optional row costs nothing and counts as right", "o1,d1,E1,,vacancy,fte,2020,5,,reported,table\n", 0, 0, 1},
      {"a planned row is never wrong", "o1,d1,E1,,vacancy,fte,2021,9,,planned,table\n", 0, 0, 0},
      {"a derived row is not judged", "o1,d1,E1,,vacancy,fte,2021,9,,reported,derived\n", 0, 0, 0},
      {"a measure that the truth does not cover is not judged", "o1,d1,E1,,salary,gbp,2021,9,,reported,table\n", 0, 0, 0},
      {"a false row where there is nothing to find", "o1,d2,E1,,vacancy,fte,2021,9,,reported,table\n", 0, 1, 0},
  };
  for (const Case& c : cases) {
    const ObservationScore s = scored(truth, c.rows);
    CHECK_MESSAGE(s.found == c.found, c.why);
    CHECK_MESSAGE(s.wrong == c.wrong, c.why);
    CHECK_MESSAGE(s.precision == doctest::Approx(c.precision), c.why);
  }
}

TEST_CASE("score: each document has the same weight in the mean; one false row spoils a document with nothing to find") {
  const std::string truth = "one.txt,E1,,vacancy,fte,2019,4,,reported,\n", right = "o1,d1,E1,,vacancy,fte,2019,4,,reported,table\n";
  CHECK(scored(truth, right).mean_of_documents == doctest::Approx(1));
  CHECK(scored(truth, right + "o2,d2,E2,,vacancy,fte,2019,1,,reported,table\n").mean_of_documents == doctest::Approx(0.5));
}

TEST_CASE("muster score: the headline; no truth or no dataset is told") {
  scored("one.txt,E1,,vacancy,fte,2019,4,,reported,\n", "o1,d1,E1,,vacancy,fte,2019,4,,reported,table\n");
  const std::string folder = (test_root() / "score").string();
  const ProgramRun run = run_program("score " + folder + "/truth " + folder + "/data");
  CHECK(run.exit_code == 0);
  CHECK(run.out.find("documents: publisher_code 1/2") != std::string::npos);
  CHECK(run.out.find("observations strict F1 1.000 (recall 1.000, precision 1.000), core F1 1.000, mean of documents 1.000") != std::string::npos);
  put_file(folder + "/worse/observations.csv", data_header);
  put_file(folder + "/worse/documents.csv", "document_id,source,publisher_code\n");
  CHECK(run_program("score " + folder + "/truth " + folder + "/data --not-below " + folder + "/worse").exit_code == 0);
  const ProgramRun fallen = run_program("score " + folder + "/truth " + folder + "/worse --not-below " + folder + "/data");
  CHECK(fallen.exit_code == 1);
  CHECK(fallen.out.find("observations 0.000, before 1.000") != std::string::npos);
  CHECK(run_program("score " + folder + "/nothing " + folder + "/data").exit_code == 2);
  CHECK(run_program("score " + folder + "/truth " + folder + "/nothing").err.find("no dataset here") != std::string::npos);
}
