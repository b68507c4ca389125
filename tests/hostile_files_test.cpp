// Files made to harm a reader (corpus/mini/hostile, by tools/make-hostile-files): each ends in a row, and what is lost has its reason.
#include <doctest/doctest.h>

#include <map>

#include "schemas/csv.h"
#include "tests/run_program.h"

using namespace muster;
namespace fs = std::filesystem;

TEST_CASE("hostile files: each has a row, and a reason unless it could be read") {
  const fs::path folder = MUSTER_SOURCE_DIR "/corpus/mini/hostile", out = test_root() / "hostile";
  run_program("build '" + folder.string() + "' -o '" + out.string() + "' --timeout 60");
  const CsvTable documents = read_csv((out / "documents.csv").string()), diagnostics = read_csv((out / "diagnostics.csv").string());
  std::map<std::string, size_t> row;
  std::map<std::string, std::string> codes;
  for (size_t i = 0; i < documents.rows.size(); ++i) row[documents.at(i, "source")] = i;
  for (size_t i = 0; i < diagnostics.rows.size(); ++i) codes[diagnostics.at(i, "document_id")] += diagnostics.at(i, "code") + ' ';
  for (const auto& entry : fs::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    REQUIRE_MESSAGE(row.contains(name), name);
    const size_t i = row[name];
    const std::string& found = codes[documents.at(i, "document_id")];
    CHECK_MESSAGE(found.find("internal_fault") == std::string::npos, name);
    CHECK_MESSAGE(found.find("reader_lost") == std::string::npos, name << ": " << documents.at(i, "reason"));
    if (documents.at(i, "outcome") != "extracted") CHECK_MESSAGE(!documents.at(i, "reason").empty(), name);
    CHECK_MESSAGE(documents.at(i, "reason").find("root:") == std::string::npos, name);
  }
}

TEST_CASE("hostile files: the harmless part of one is still read") {
  const fs::path out = test_root() / "hostile";
  const CsvTable documents = read_csv((out / "documents.csv").string());
  std::map<std::string, std::string> outcome;
  for (size_t i = 0; i < documents.rows.size(); ++i) outcome[documents.at(i, "source")] = documents.at(i, "outcome");
  for (const char* name : {"member-bomb.zip!/letter.txt", "cut.zip!/letter.txt"}) CHECK_MESSAGE(outcome.contains(name), name);
  CHECK(outcome["member-bomb.zip!/zeros.txt"] == "failed");
  CHECK(outcome["entity-bomb.docx"] == "failed");
}
