#include "tools/disclose.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "tests/run_program.h"

using namespace muster;

namespace {

// A letter whose table hides one count; `total` stands under the column.
std::string letter(const std::string& total) {
  return "<html><body><p>Westshire Council</p><h2>Children's social workers</h2>"
         "<p>Vacancies of children's social workers (headcount) as at 31 March 2024. Numbers below 5 are shown as &lt;5.</p>"
         "<table><tr><th>Team</th><th>Vacancies (headcount)</th></tr><tr><td>Assessment North</td><td>7</td></tr>"
         "<tr><td>Assessment South</td><td>&lt;5</td></tr><tr><td>Looked After Children</td><td>9</td></tr><tr><td>Total</td><td>" +
         total + "</td></tr></table></body></html>";
}

std::string dataset_of(const std::string& name, const std::string& total) {
  const std::filesystem::path directory = test_directory(name);
  put_file(directory / "in" / "reply.html", letter(total));
  REQUIRE(run_program("build '" + (directory / "in").string() + "' -o '" + (directory / "dataset").string() + "'").exit_code == 0);
  return (directory / "dataset").string();
}

}  // namespace

TEST_CASE("disclose: the count, the sum that gives it away and what to hide; as words and as JSON; an export warns") {
  const std::string dataset = dataset_of("disclose", "19");
  const ProgramRun words = run_program("disclose '" + dataset + "'");
  CHECK(words.exit_code == 0);
  CHECK(words.out.find("reply.html, table t1\n  vacancy, Assessment South") == 0);
  CHECK(words.out.find("printed <5, 0 to 4: is 3\n    sum of the rows: 7 + [<5] + 9 = 19 (row 4, column 1)\n") != std::string::npos);
  CHECK(words.out.find("hide also:\n    7 (row 1, column 1)") != std::string::npos);
  CHECK(words.err.find("1 suppressed figure: 1 can be worked out") != std::string::npos);

  const ProgramRun json = run_program("disclose '" + dataset + "' --json --fail-on warning");
  CHECK(json.exit_code == 1);
  const nlohmann::json line = nlohmann::json::parse(json.out);
  CHECK(line["counts"][0]["recovered"] == true);
  CHECK(line["counts"][0]["found"] == nlohmann::json({3, 3}));
  CHECK(line["counts"][0]["sums"][0]["parts"].size() == 3);
  CHECK(line["hide_also"].size() == 1);
  CHECK(line["enough"] == true);

  const ProgramRun exported = run_program("export '" + dataset + "' --to datasette -o '" + dataset + "/datasette'");
  CHECK(exported.exit_code == 0);
  CHECK(exported.err.find("warning: 1 suppressed count can be worked out") != std::string::npos);
}

TEST_CASE("disclose: a total of other rows, and no suppressed figure at all, raise no alarm") {
  const std::string dataset = dataset_of("disclose-open", "64");
  const ProgramRun run = run_program("disclose '" + dataset + "' --fail-on warning");
  CHECK(run.exit_code == 0);
  CHECK(run.out.empty());
  CHECK(run_program("disclose '" + dataset + "' --fail-on sometimes").exit_code == 2);
  CHECK(run_program("disclose /nonexistent").exit_code == 2);
}
