#include "tools/explanation.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "tests/run_program.h"
#include "tools/dataset_rows.h"

using namespace muster;
namespace fs = std::filesystem;

TEST_CASE("evidence is parted at the dataset's own names, whatever its quoted words hold") {
  using Parts = std::vector<std::pair<std::string, std::string>>;
  struct Case { const char* evidence; Parts parts; };
  const Case cases[] = {
      {"", {}},
      {"measure: 'Leavers' in row header", {{"measure", "'Leavers' in row header"}}},
      {"measure: 'posts; note: vacant' in own words; period: table title", {{"measure", "'posts; note: vacant' in own words"}, {"period", "table title"}}},
      {"period: row header; period: that of the figure beside it", {{"period", "row header"}, {"period", "that of the figure beside it"}}},
      {"derived: from o1, o2; confidence: table, no unit", {{"derived", "from o1, o2"}, {"confidence", "table, no unit"}}},
      {"in words of nobody", {{"", "in words of nobody"}}},
  };
  for (const Case& c : cases) CHECK_MESSAGE(parts_of_evidence(c.evidence) == c.parts, c.evidence);
}

namespace {

// A letter whose table has a sum that fails, built as a person would.
struct Built {
  fs::path root = test_directory("explanation"), dataset = root / "out";

  Built() {
    put_file(root / "in" / "reply.html",
             "<html><head><title>FOI 77 - Thurrock Council</title></head><body><h1>Response: children's social workers</h1>"
             "<p>Thurrock Council has considered your request.</p><p>1. How many social worker posts (FTE) were vacant on 31 March 2021, by team?</p>"
             "<table><caption>Social worker vacancies (FTE) at 31 March</caption><tr><th>Team</th><th>2020</th><th>2021</th></tr>"
             "<tr><th>North</th><td>4.0</td><td>12.5</td></tr><tr><th>South</th><td>6.0</td><td>3.0</td></tr>"
             "<tr><th>Total</th><td>10.0</td><td>19.5</td></tr></table></body></html>");
    run_program("build '" + (root / "in").string() + "' -o '" + dataset.string() + "'");
  }
  std::string id_of(const std::string& raw) const {
    return select_rows(open_dataset(dataset.string()), "SELECT observation_id FROM observations WHERE raw = ?", {raw}).at(0).at("observation_id");
  }
};

}  // namespace

TEST_CASE("explain: from the file to the value, each step with what it rests on") {
  const Built built;
  const ProgramRun run = run_program("explain '" + built.dataset.string() + "' " + built.id_of("12.5"));
  CHECK(run.exit_code == 0);
  for (const char* words : {"reply.html has these very bytes", "SHA-256: ", "Read as ", "12.5", "column header: 2021", "row header: North", "title: Social worker vacancies (FTE) at 31 March",
                            "which read so", "measure: vacancy, told from", "unit: fte, told from", "reason: table", "value        \u201c12.5\u201d is 12.5, status reported."})
    CHECK_MESSAGE(run.out.find(words) != std::string::npos, words, " in ", run.out);
}

TEST_CASE("explain: as JSON every step has words and evidence; the beginning of an id will do; a finding is told") {
  const Built built;
  const std::string id = built.id_of("19.5");
  const ProgramRun run = run_program("explain '" + built.dataset.string() + "' " + id.substr(0, 12) + " --format json");
  const auto json = nlohmann::json::parse(run.out);
  CHECK(json["observation_id"] == id);
  std::string steps;
  for (const auto& step : json["steps"]) {
    steps += step["step"].get<std::string>() + ' ';
    CHECK_FALSE(step["words"].get<std::string>().empty());
  }
  CHECK(steps.starts_with("bytes document place "));
  CHECK_MESSAGE(steps.find("table value meaning confidence findings ") != std::string::npos, steps);
}

TEST_CASE("explain: what is wrong says what to do") {
  const Built built;
  const std::string dataset = '\'' + built.dataset.string() + '\'';
  struct Case { std::string arguments; const char* words; };
  const Case cases[] = {{"explain " + dataset + " nobody", "observations.csv"}, {"explain " + dataset + " o", "give more"}, {"explain " + dataset, "observation_id"},
                        {"explain /nowhere o1", "muster build"}, {"explain " + dataset + " o1 --format xml", "text or json"}};
  for (const Case& c : cases) {
    const ProgramRun run = run_program(c.arguments);
    CHECK(run.exit_code == 2);
    CHECK_MESSAGE(run.err.find(c.words) != std::string::npos, c.arguments, ": ", run.err);
  }
}
