// The corpus, document by document, through the real program: what it writes must be what corpus/<document>/golden holds.
// Golden is not truth; tools/update-golden rewrites it and refuses when the score against the truth falls.
#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>
#include <vector>

#include "tests/run_program.h"

using namespace muster;
namespace fs = std::filesystem;

namespace {

const char* const golden_files[] = {"documents.csv", "observations.csv", "answers.csv", "actions.csv", "findings.csv", "diagnostics.csv"};

std::vector<fs::path> corpus_documents() {
  std::vector<fs::path> out;
  for (const auto& entry : fs::directory_iterator(fs::path(MUSTER_SOURCE_DIR) / "corpus"))
    if (fs::is_directory(entry.path() / "source")) out.push_back(entry.path());
  std::sort(out.begin(), out.end());
  return out;
}

// The first line in which two texts differ, both sides, for the message of a failure.
std::string first_difference(const std::string& want, const std::string& have) {
  std::istringstream a(want), b(have);
  std::string x, y;
  for (int line = 1;; ++line) {
    const bool more_a = static_cast<bool>(std::getline(a, x)), more_b = static_cast<bool>(std::getline(b, y));
    if (!more_a && !more_b) return "";
    if (!more_a) x = "(end)";
    if (!more_b) y = "(end)";
    if (x != y) return "line " + std::to_string(line) + "\n  golden:  " + x + "\n  written: " + y;
  }
}

}  // namespace

TEST_CASE("golden: the program writes of every corpus document what it wrote before") {
  for (const fs::path& document : corpus_documents()) {
    const std::string name = document.filename().string();
    const fs::path out = test_root() / "golden" / name;
    const ProgramRun run = run_program("build '" + (document / "source").string() + "' -o '" + out.string() + "'");
    CHECK_MESSAGE(run.exit_code == 0, name << ": " << run.err);
    if (file_text(out / "documents.csv").find(",ocr,") != std::string::npos) continue;  // equal on one machine only
    for (const char* file : golden_files) {
      const fs::path golden = document / "golden" / file;
      CHECK_MESSAGE(fs::exists(golden), golden.string() << " is missing: run tools/update-golden");
      const std::string difference = first_difference(file_text(golden), file_text(out / file));
      CHECK_MESSAGE(difference.empty(), name << "/golden/" << file << " differs at " << difference);
    }
  }
}
