#include "dataset/check_package.h"

#include <doctest/doctest.h>

#include "dataset/export_package.h"
#include "dataset/stored_rows.h"
#include "schemas/identity.h"
#include "tests/run_program.h"
#include "tests/written_dataset.h"

using namespace muster;
using samples::figure;
namespace fs = std::filesystem;

namespace {

fs::path package(const std::string& name) {
  const fs::path dataset = samples::written(name, {figure("vacancy", "fte", "12.5"), figure("inpost", "fte", "80", "social worker")});
  export_package(open_stored(dataset.string()), built_in_codebook(), "OGL-UK-3.0", (dataset / "package").string());
  return dataset / "package";
}

// Replaces the first `from` in a file and puts size and digest of the descriptor right, so that only the cell itself is wrong.
void spoil(const fs::path& directory, const std::string& file, const std::string& from, const std::string& to) {
  const std::string before = file_text(directory / file);
  const size_t at = before.find(from);
  REQUIRE_MESSAGE(at != std::string::npos, (std::string(from) + " in " + before));
  const std::string after = std::string(before).replace(at, from.size(), to);
  put_file(directory / file, after);
  std::string descriptor = file_text(directory / "datapackage.json");
  const auto put = [&](const std::string& old_text, const std::string& new_text) {
    const size_t place = descriptor.find(old_text, descriptor.find("\"path\": \"" + file));
    REQUIRE(place != std::string::npos);
    descriptor.replace(place, old_text.size(), new_text);
  };
  put("\"bytes\": " + std::to_string(before.size()), "\"bytes\": " + std::to_string(after.size()));
  put(sha256_hex(before), sha256_hex(after));
  put_file(directory / "datapackage.json", descriptor);
}

}  // namespace

TEST_CASE("validate: a dataset and its package are what their descriptors say") {
  const fs::path directory = package("good");
  for (const fs::path& checked : {directory, directory.parent_path()}) {
    const PackageCheck check = check_package(checked.string());
    CHECK(check.faults.count == 0);
    for (const Fault& f : check.faults.first) MESSAGE(f.file << ':' << f.line << ": " << f.column << ": " << f.message);
    CHECK(check.rows > 100);  // with the codebook
  }
}

TEST_CASE("validate: each fault is told with its file, line and column") {
  struct Case { const char *what, *file, *from, *to; long long line; const char *column, *message; };
  const Case cases[] = {
      {"type", "observations.csv", ",12.5,", ",twelve,", 3, "value", "no number"},
      {"whole number", "tables.csv", "t1,2,", "t1,two,", 2, "page", "no whole number"},
      {"minimum", "tables.csv", "t1,2,", "t1,0,", 2, "page", "less than the least, 1"},
      {"maximum", "observations.csv", "table,0.9,", "table,1.9,", 2, "confidence", "more than the most, 1"},
      {"code", "observations.csv", ",vacancy,fte", ",vacancies,fte", 3, "measure", "no code of this column"},
      {"status", "observations.csv", "exact,reported", "exact,stated", 2, "status", "no code of this column"},
      {"required", "occurrences.csv", ",faults.pdf", ",", 2, "source", "must have a value"},
      {"cells", "observations.csv", ",vacancy,fte", ",vacancy;fte", 3, "", "cells in place of"},
      {"header", "answers.csv", "answer_id,", "id,", 1, "", "the header is"},
  };
  int number = 0;
  for (const Case& c : cases) {
    const fs::path original = package("faults"), directory = test_directory("faults-" + std::to_string(++number));
    fs::copy(original, directory, fs::copy_options::recursive);
    spoil(directory, c.file, c.from, c.to);
    const PackageCheck check = check_package(directory.string());
    REQUIRE_MESSAGE(check.faults.count >= 1, c.what);
    const Fault& f = check.faults.first[0];
    CHECK_MESSAGE(f.file == c.file, c.what);
    CHECK_MESSAGE(f.line == c.line, std::string(c.what));
    CHECK_MESSAGE(f.column == c.column, c.what);
    CHECK_MESSAGE(f.message.find(c.message) != std::string::npos, f.message);
  }
}

TEST_CASE("validate: a reference to a row that is not there") {
  const fs::path directory = package("reference");
  const std::string id = read_csv((directory / "documents.csv").string()).at(0, "document_id");
  spoil(directory, "occurrences.csv", id, "d0000000000000000");
  const PackageCheck check = check_package(directory.string());
  REQUIRE(check.faults.count == 1);
  const Fault& f = check.faults.first[0];
  CHECK(f.file == "occurrences.csv");
  CHECK(f.line == 2);
  CHECK(f.column == "document_id");
  CHECK(f.message.find("names a row of documents that is not there") != std::string::npos);
}

TEST_CASE("validate: a key that stands twice, a changed file, a missing one, no descriptor") {
  const fs::path directory = package("keys");
  const std::string text = file_text(directory / "statuses.csv"), row = text.substr(text.find("not_held"), text.find("not_available") - text.find("not_held"));
  spoil(directory, "statuses.csv", row, row + row);
  CHECK(check_package(directory.string()).faults.first.at(0).message.find("earlier row") != std::string::npos);
  put_file(directory / "statuses.csv", text);
  CHECK(check_package(directory.string()).faults.first.at(0).message.find("changed afterwards") != std::string::npos);
  fs::remove(directory / "statuses.csv");
  CHECK(check_package(directory.string()).faults.first.at(0).message.find("missing") != std::string::npos);
  put_file(directory / "datapackage.json", "{\"resources\": 1}");
  CHECK_THROWS_WITH(check_package(directory.string()), doctest::Contains("is no descriptor"));
}

TEST_CASE("validate: a descriptor cannot point outside its directory") {
  const fs::path directory = test_directory("outside");
  put_file(directory / "datapackage.json", R"({"resources": [{"name": "a", "path": "../../etc/passwd"}]})");
  CHECK(check_package(directory.string()).faults.first.at(0).message.find("missing") != std::string::npos);
}
