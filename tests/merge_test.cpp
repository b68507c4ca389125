// Any split of a batch, merged in any order, gives the bytes of one build.
#include <doctest/doctest.h>

#include "schemas/csv.h"
#include "tests/run_program.h"

using namespace muster;
namespace fs = std::filesystem;

namespace {

const char* const dataset_files[] = {"documents.csv", "occurrences.csv", "observations.csv", "answers.csv", "actions.csv", "findings.csv",
                                     "diagnostics.csv", "tables.jsonl", "datapackage.json", "workforce.sqlite"};

std::string quoted(const fs::path& path) { return "'" + path.string() + "'"; }

// Letters of different lengths, one of them twice, and a file that fails.
fs::path folder_of_letters(const std::string& name) {
  const fs::path folder = test_directory(name);
  for (int n = 1; n <= 9; ++n)
    put_file(folder / ("letter " + std::to_string(n) + ".txt"),
             "Request\n\n1. How many social workers do you employ?\n\nAnswer: " + std::to_string(n * n * n) + std::string(n, '\n'));
  fs::copy(folder / "letter 4.txt", folder / "z copy.txt");
  put_file(folder / "empty.pdf", "");
  return folder;
}

fs::path shard_of(const fs::path& folder, int number, int of) {
  const fs::path out = folder.string() + "-shard-" + std::to_string(number) + "-of-" + std::to_string(of);
  run_program("build " + quoted(folder) + " -o " + quoted(out) + " --shard " + std::to_string(number) + '/' + std::to_string(of));
  return out;
}

void check_same_bytes(const fs::path& one, const fs::path& two) {
  for (const char* name : dataset_files) CHECK_MESSAGE(file_text(one / name) == file_text(two / name), name);
}

}  // namespace

TEST_CASE("merge: shards in any order and repeated give the bytes of one build") {
  const fs::path folder = folder_of_letters("split"), whole = folder.string() + "-whole", merged = folder.string() + "-merged";
  run_program("build " + quoted(folder) + " -o " + quoted(whole));
  for (const int of : {2, 5}) {
    std::string forth, back;
    for (int n = 1; n <= of; ++n) {
      const std::string part = quoted(shard_of(folder, n, of)) + ' ';
      forth += part;
      back = part + back;
    }
    for (const std::string& parts : {forth, back, back + forth}) {
      const ProgramRun run = run_program("merge " + parts + "-o " + quoted(merged));
      CHECK_MESSAGE(run.exit_code == 3, run.err);  // of the empty file
      check_same_bytes(whole, merged);
    }
  }
}

TEST_CASE("merge: a part of a merge is a part; missing shards are named, and others refused") {
  const fs::path folder = folder_of_letters("parts"), whole = folder.string() + "-whole", some = folder.string() + "-some", merged = folder.string() + "-all";
  fs::remove(folder / "empty.pdf");
  run_program("build " + quoted(folder) + " -o " + quoted(whole));
  const fs::path one = shard_of(folder, 1, 3), two = shard_of(folder, 2, 3), three = shard_of(folder, 3, 3);
  const ProgramRun partly = run_program("merge " + quoted(three) + ' ' + quoted(one) + " -o " + quoted(some));
  CHECK(partly.exit_code == 3);
  CHECK_MESSAGE(partly.err.find("of 3 shards these are missing: 2") != std::string::npos, partly.err);
  CHECK(run_program("merge " + quoted(some) + ' ' + quoted(two) + " -o " + quoted(merged)).exit_code == 0);
  check_same_bytes(whole, merged);
  put_file(folder / "late.txt", "Vacancies: 3\n");
  const fs::path changed = folder.string() + "-changed";
  run_program("build " + quoted(folder) + " --shard 2/3 -o " + quoted(changed));
  const ProgramRun refused = run_program("merge " + quoted(one) + ' ' + quoted(changed) + " -o " + quoted(merged));
  CHECK(refused.exit_code == 2);
  CHECK_MESSAGE(refused.err.find("the folder changed in between") != std::string::npos, refused.err);
}

TEST_CASE("merge: datasets of two options or vocabularies are refused; so is a result in the place of a part") {
  const fs::path folder = folder_of_letters("unlike"), one = folder.string() + "-1", two = folder.string() + "-2";
  run_program("build " + quoted(folder) + " -o " + quoted(one));
  run_program("build " + quoted(folder) + " --timeout 50 -o " + quoted(two));
  const ProgramRun refused = run_program("merge " + quoted(one) + ' ' + quoted(two) + " -o " + quoted(fs::path(folder.string() + "-3")));
  CHECK(refused.exit_code == 2);
  CHECK_MESSAGE(refused.err.find("was not made by the same program") != std::string::npos, refused.err);
  CHECK(run_program("merge " + quoted(one) + " -o " + quoted(one)).exit_code == 2);
  CHECK(run_program("build " + quoted(folder) + " --shard 4/3 -o " + quoted(one)).exit_code == 2);
}
