#include "tools/compare_builds.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "dataset/ledger.h"
#include "tests/run_program.h"
#include "tools/dataset_rows.h"

using namespace muster;
namespace fs = std::filesystem;

TEST_CASE("two runs differ by program, vocabulary or option, as their run.json tell") {
  const std::string stages = R"("stages":{"extraction":"a","interpretation":"b"})";
  struct Case { std::string before, after; std::set<std::string> causes; };
  const Case cases[] = {
      {R"({"version":"1"})", R"({"version":"1"})", {}},
      {R"({"version":"1"})", R"({"version":"2"})", {"program"}},
      {"{" + stages + "}", R"({"stages":{"extraction":"a","interpretation":"c"}})", {"program"}},
      {R"({"vocabulary_version":"x","parsers":"p"})", R"({"vocabulary_version":"y","parsers":"q"})", {"program", "vocabulary"}},
      {R"({"options":{"redact":false,"jobs":1}})", R"({"options":{"redact":true,"jobs":8}})", {"option"}},
      {R"({"options":{"files":{"manifest":"a"}}})", R"({"options":{"files":{"manifest":"b"}}})", {"option"}},
      {R"({"results_key":"x","stages":{}})", R"({"results_key":"y","stages":{}})", {"vocabulary"}},  // words of letters
      {R"({"results_key":"x","vocabulary_version":"x"})", R"({"results_key":"y","vocabulary_version":"y"})", {"program", "vocabulary"}},  // not told
      {"", "{}", {}},
  };
  for (const Case& c : cases) CHECK_MESSAGE(compare_runs(c.before, c.after).causes == c.causes, c.before, " and ", c.after);
}

namespace {

const std::string letter = "Thurrock Council\n\nFreedom of information request\n\n1. How many social workers (FTE) were employed on 31 March 2021?\n\n"
                           "2. How many vacancies were there on 31 March 2021?\n\n3. How many hot desks did social workers have on 31 March 2021?\n\n"
                           "Response\n\n1. 40.5\n\n2. 7\n\n3. 5\n";

struct Builds {
  fs::path root = test_directory("compare-builds");

  Builds() {
    put_file(root / "in" / "letter.txt", letter);
    build("old");
  }
  void build(const std::string& name, const std::string& more = {}) const {
    REQUIRE(run_program("build '" + (root / "in").string() + "' -o '" + (root / name).string() + "' " + more).exit_code == 0);
  }
  ProgramRun diff(const std::string& more = {}) const { return run_program("diff '" + (root / "old").string() + "' '" + (root / "new").string() + "' --exit-code " + more); }
  DatasetRow vacancy(const std::string& name) const {
    return select_rows(open_dataset((root / name).string()), "SELECT * FROM observations JOIN documents USING (document_id) WHERE measure = 'vacancy'").at(0);
  }
};

}  // namespace

TEST_CASE("diff: the same letters in another folder, with other workers, changed nothing") {
  const Builds builds;
  builds.build("new", "-j 1 --fail-on none");
  const ProgramRun run = builds.diff();
  CHECK(run.exit_code == 0);
  CHECK(run.out == "nothing changed: 3 observations in both\n");
}

TEST_CASE("diff: another content under the same name is input, and its figures are matched by place") {
  const Builds builds;
  put_file(builds.root / "in" / "letter.txt", std::string(letter).replace(letter.find("40.5"), 4, "41.5"));
  put_file(builds.root / "in" / "second.txt", "Leeds City Council\n\nOn 31 March 2020 there were 3 vacancies for social workers.\n");
  builds.build("new");
  const ProgramRun run = builds.diff("--format csv");
  CHECK(run.exit_code == 1);
  CHECK_MESSAGE(run.out.find(",value,40.5,41.5\n") != std::string::npos, run.out);
  CHECK(run.out.find("documents,added,input,second.txt,") != std::string::npos);
  CHECK(run.out.find("observations,removed") == std::string::npos);
}

TEST_CASE("diff: another vocabulary is told from another option and from a correction") {
  const Builds builds;
  put_file(builds.root / "words" / "measures.csv", "measure,label,kind,units,default_unit,percent_measure,count_measure,worker_category,adds_up,most,description\nhot_desks,Hot desks,stock,people,,,,,yes,,Made up\n");
  put_file(builds.root / "words" / "measure_patterns.csv", "measure,weight,pattern,unless,note\nhot_desks,3,\\bhot desks\\b,,\n");
  builds.build("new", "--vocabulary '" + (builds.root / "words").string() + "'");
  const ProgramRun vocabulary = builds.diff();
  CHECK_MESSAGE(vocabulary.out.find("changed by vocabulary: observations ") != std::string::npos, vocabulary.out);
  CHECK_MESSAGE(vocabulary.out.find("then \u201chot_desks\u201d") != std::string::npos, vocabulary.out);

  const DatasetRow row = builds.vacancy("old");
  Decision d{.verdict = Verdict::correct, .set = {{"value", "8"}}, .note = "", .by = "Ann", .at = "2026-03-01T10:00:00Z"};
  d.place = {.document = row.at("content_sha256"), .quote_start = std::stoll(row.at("quote_start")), .quote = row.at("quote"), .raw = "7", .was = {{"measure", "vacancy"}}};
  fs::remove_all(builds.root / "new");
  put_file(builds.root / "new" / "corrections.jsonl", ledger_text({d}));
  builds.build("new");
  const auto json = nlohmann::json::parse(builds.diff("--format json").out);
  REQUIRE(json["changes"].size() == 1);
  CHECK(json["changes"][0]["why"] == "correction");
  CHECK(json["changes"][0]["change"] == "changed");
  CHECK(json["changes"][0]["cells"].dump().find(R"("column":"value","new":"8","old":"7")") != std::string::npos);

  builds.build("new", "--redact");
  CHECK(builds.diff().out.find("option: --redact false, then true") != std::string::npos);
}
