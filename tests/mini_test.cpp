// corpus/mini: the smallest document for each feature, with the rows that a reader would write (expected.csv).
#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "schemas/csv.h"
#include "tests/run_program.h"

using namespace muster;
namespace fs = std::filesystem;

namespace {

const char* const dimensions[] = {"service", "team", "measure", "unit", "period", "value", "value_upper", "status"};

std::vector<std::string> rows_of(const CsvTable& table) {
  std::vector<std::string> out;
  for (size_t i = 0; i < table.rows.size(); ++i) {
    std::string row;
    for (const char* dimension : dimensions) row += table.at(i, dimension) + " | ";
    if (!table.at(i, "measure").empty()) out.push_back(row);
  }
  std::sort(out.begin(), out.end());
  return out;
}

std::string listed(const std::vector<std::string>& rows) {
  std::string out;
  for (const std::string& row : rows) out += "\n  " + row;
  return out.empty() ? "\n  nothing" : out;
}

}  // namespace

TEST_CASE("mini: each smallest document gives the rows that a reader would write") {
  for (const auto& entry : fs::directory_iterator(MUSTER_SOURCE_DIR "/corpus/mini")) {
    const fs::path expected_file = entry.path() / "expected.csv";
    if (!fs::exists(expected_file)) continue;
    const std::string name = entry.path().filename().string();
    const fs::path out = test_root() / "mini" / name;
    run_program("build '" + (entry.path() / "source").string() + "' -o '" + out.string() + "'");
    const CsvTable expected = read_csv(expected_file.string()), documents = read_csv((out / "documents.csv").string());
    REQUIRE_MESSAGE(documents.rows.size() == 1, name);
    CHECK_MESSAGE(documents.at(0, "outcome") == expected.at(0, "outcome"), name);
    const auto want = rows_of(expected), have = rows_of(read_csv((out / "observations.csv").string()));
    CHECK_MESSAGE(want == have, name << "\nexpected:" << listed(want) << "\nwritten:" << listed(have));
  }
}

TEST_CASE("mini: a reply in two forms is told from its internal review and from a reply to another request") {
  const fs::path out = test_root() / "mini" / "linked";
  run_program("build '" MUSTER_SOURCE_DIR "/corpus/mini/linked-replies/source' -o '" + out.string() + "'");
  const CsvTable documents = read_csv((out / "documents.csv").string()), findings = read_csv((out / "findings.csv").string());
  std::map<std::string, std::string> source, same, supersedes;
  for (size_t i = 0; i < documents.rows.size(); ++i) source[documents.at(i, "document_id")] = documents.at(i, "source");
  for (size_t i = 0; i < documents.rows.size(); ++i) {
    same[documents.at(i, "source")] = source[documents.at(i, "same_reply_as")];
    supersedes[documents.at(i, "source")] = source[documents.at(i, "supersedes")];
  }
  const std::string first = same["reply.html"].empty() ? "reply.html" : "reply-as-sent.txt", second = first == "reply.html" ? "reply-as-sent.txt" : "reply.html";
  CHECK(same[first] == "");
  CHECK(same[second] == first);
  CHECK(same["internal-review.txt"] == "");
  CHECK(same["other-request.txt"] == "");
  CHECK(supersedes["internal-review.txt"] == first);
  CHECK(supersedes[first] + supersedes[second] + supersedes["other-request.txt"] == "");
  REQUIRE(findings.rows.size() == 1);  // once, not for each form of the reply
  CHECK(findings.at(0, "kind") == "restated");
  CHECK(findings.at(0, "expected") == "41.0");
  CHECK(findings.at(0, "found") == "46.0");
}
