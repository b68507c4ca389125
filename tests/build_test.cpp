// The whole program, as a person runs it.
#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <nlohmann/json.hpp>

#include "schemas/csv.h"
#include "tests/hand_made_pdf.h"
#include "tests/run_program.h"

using namespace muster;
namespace fs = std::filesystem;

namespace {

const char* const letter = "Request for information\n\n1. How many social workers do you employ?\n\nAnswer: 40\n";
const char* const dataset_files[] = {"documents.csv", "occurrences.csv", "observations.csv", "answers.csv", "actions.csv", "findings.csv",
                                     "diagnostics.csv", "tables.jsonl", "datapackage.json", "workforce.sqlite"};

// A PDF whose password nobody knows.
std::string locked_pdf() {
  std::string bytes = test::HandMadePdf{.content = "BT /F1 12 Tf 50 100 Td (Vacancies 3) Tj ET"}.bytes();
  const std::string key(64, 'A'), id(32, '0');
  const size_t root = bytes.rfind("/Root");
  return bytes.insert(root, "/Encrypt << /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <" + key + "> /U <" + key + "> >> /ID [<" + id + "> <" + id + ">] ");
}

// A folder of odd files: every one of them must end in a row or a word.
fs::path odd_folder() {
  const fs::path folder = test_directory("odd");
  put_file(folder / "letter.txt", letter);
  put_file(folder / "deep" / "er" / "same letter.txt", letter);
  put_file(folder / "empty.pdf", "");
  put_file(folder / "locked.pdf", locked_pdf());
  put_file(folder / "forbidden.txt", "Vacancies: 3\n");
  fs::permissions(folder / "forbidden.txt", fs::perms::none);  // root may read it all the same
  put_file(folder / "cut.pdf", "%PDF-1.7\n1 0 obj\n<< /Type /Catalog");
  put_file(folder / "really a page.pdf", "<html><body><p>Vacancies: 3</p></body></html>");
  put_file(folder / "noise.bin", std::string("\x00\x01\x02\xFF\xFE\x00", 6));
  put_file(folder / "caf\xE9.txt", "Not held\n");
  put_file(folder / ".hidden", "x");
  fs::create_symlink("nowhere", folder / "dangling.txt");
  fs::create_directory_symlink("..", folder / "loop");
  mkfifo((folder / "pipe").c_str(), 0600);
  return folder;
}

std::string quoted(const fs::path& path) { return "'" + path.string() + "'"; }

}  // namespace

TEST_CASE("build: every file of an odd folder ends in a document row or in a word; none stops the others") {
  const fs::path folder = odd_folder(), out = test_directory("odd-out");
  const ProgramRun run = run_program("build " + quoted(folder) + " -o " + quoted(out));
  CHECK_MESSAGE(run.exit_code == 3, run.err);
  CHECK(run.out.empty());
  CHECK(run.err.find("loop: a link to a folder") != std::string::npos);
  CHECK(run.err.find("next:") != std::string::npos);
  const CsvTable documents = read_csv((out / "documents.csv").string());
  CHECK(documents.rows.size() == 10);
  for (size_t i = 0; i < documents.rows.size(); ++i) {
    const std::string outcome = documents.at(i, "outcome");
    CHECK_MESSAGE((outcome == "extracted" || !documents.at(i, "reason").empty()), documents.at(i, "source"));
    for (const char* lost : {"empty.pdf", "dangling.txt", "locked.pdf", "pipe"})
      if (documents.at(i, "source") == lost) CHECK_MESSAGE(outcome == "failed", lost);
  }
  CHECK(read_csv((out / "occurrences.csv").string()).rows.size() == 11);
}

TEST_CASE("build: the same bytes whatever the workers, the order of inputs, the zone, the locale and the path") {
  const fs::path folder = odd_folder(), one = test_directory("one"), two = test_directory("two"), three = test_directory("three");
  run_program("build " + quoted(folder) + " -j 1 -o " + quoted(one));
  run_program("build " + quoted(folder) + " -j 4 -o " + quoted(two), "TZ=Asia/Tokyo LC_ALL=C LANG=tr_TR.UTF-8");
  const fs::path moved = test_directory("moved") / "elsewhere";
  fs::rename(folder, moved);
  run_program("build " + quoted(moved / "deep") + " " + quoted(moved) + " -o " + quoted(three));
  run_program("build " + quoted(moved) + " -o " + quoted(three));
  for (const char* name : dataset_files) {
    CHECK_MESSAGE(file_text(one / name) == file_text(two / name), name);
    CHECK_MESSAGE(file_text(one / name) == file_text(three / name), name);
  }
}

TEST_CASE("add and remove: a batch beside another is the same as both at once; taken out, the first is left") {
  const fs::path folder = test_directory("batches"), grown = test_directory("grown"), whole = test_directory("whole"), first = test_directory("first");
  put_file(folder / "a" / "one.txt", letter);
  put_file(folder / "b" / "two.txt", std::string(letter) + "\n2. And last year?\n\nAnswer: 41\n");
  run_program("build " + quoted(folder / "a") + " -o " + quoted(first));
  run_program("build " + quoted(folder / "a") + " -o " + quoted(grown));
  run_program("add " + quoted(folder / "b") + " -o " + quoted(grown));
  run_program("build " + quoted(folder / "a") + " " + quoted(folder / "b") + " -o " + quoted(whole));
  for (const char* name : dataset_files) CHECK_MESSAGE(file_text(grown / name) == file_text(whole / name), name);
  CHECK(run_program("remove two.txt -o " + quoted(grown)).exit_code == 0);
  for (const char* name : dataset_files) CHECK_MESSAGE(file_text(grown / name) == file_text(first / name), name);
  const ProgramRun unknown = run_program("remove three.txt -o " + quoted(grown));
  CHECK(unknown.exit_code == 2);
  CHECK(unknown.err.find("three.txt") != std::string::npos);
}

TEST_CASE("passwords: a locked document opens with one of the file's lines, and says so without; no password is kept") {
  const fs::path root = test_directory("passwords"), out = root / "out";
  put_file(root / "passwords.txt", "wrong\nsecret\n");
  put_file(root / "wrong.txt", "wrong\n");
  const std::string build = "build " MUSTER_SOURCE_DIR "/corpus/mini/user-locked/source -o " + quoted(out);
  struct Case { std::string options, outcome; };
  const Case cases[] = {{"", "failed"}, {" --passwords " + quoted(root / "wrong.txt"), "failed"}, {" --passwords " + quoted(root / "passwords.txt"), "extracted"}, {"", "failed"}};
  for (const Case& c : cases) {
    run_program(build + c.options);
    const CsvTable documents = read_csv((out / "documents.csv").string());
    CHECK_MESSAGE((documents.at(0, "outcome") == "failed") == (c.outcome == "failed"), c.options);
    if (c.outcome == "failed") CHECK(documents.at(0, "reason").find("password") != std::string::npos);
    for (const char* kept : {"run.json", ".muster/store.sqlite", "workforce.sqlite"}) CHECK(file_text(out / kept).find("secret\n") == std::string::npos);
  }
}

TEST_CASE("exit codes: 2 for wrong usage with a pointer to help, 4 when every document failed") {
  struct Case { const char* arguments; int code; const char* word; };
  const Case cases[] = {
      {"", 0, ""}, {"--help", 0, ""}, {"help build", 0, ""}, {"build --help", 0, ""}, {"--version", 0, ""},
      {"biuld", 2, "did you mean build"}, {"build", 2, "name the files"}, {"build x", 2, "-o DIR"},
      {"build /no/such/file -o /tmp/muster-none", 2, "no such file"}, {"build --colour x", 2, "muster help build"},
      {"build x -o y -j none", 2, "--jobs takes a number"}, {"build x -o y --fail-on sometimes", 2, "--fail-on takes"},
      {"add x -o /tmp/muster-none", 2, "muster build"}, {"doctor", 0, ""}, {"doctor --vocabulary /nowhere-at-all", 2, "there is none at"},
  };
  for (const Case& c : cases) {
    const ProgramRun run = run_program(c.arguments);
    CHECK_MESSAGE(run.exit_code == c.code, std::string(c.arguments));
    CHECK_MESSAGE(run.err.find(c.word) != std::string::npos, run.err);
  }
  const fs::path folder = test_directory("failing");
  put_file(folder / "empty.pdf", "");
  CHECK(run_program("build " + quoted(folder) + " -o " + quoted(folder / "out")).exit_code == 4);
}

TEST_CASE("build: the manifest's words reach the documents, an unknown name is told, --json prints run.json") {
  const fs::path folder = test_directory("manifest");
  put_file(folder / "in" / "letter.txt", letter);
  put_file(folder / "m.csv", "file,publisher,request,date\nletter.txt,E06000015,R1,2019-05-01\ngone.txt,,,\n");
  const ProgramRun run = run_program("build " + quoted(folder / "in") + " -o " + quoted(folder / "out") + " --json --manifest " + quoted(folder / "m.csv"));
  CHECK(run.err.find("gone.txt") != std::string::npos);
  CHECK(nlohmann::json::parse(run.out)["counts"]["documents"] == 1);
  CHECK(run.out == file_text(folder / "out" / "run.json"));
}

TEST_CASE("build: a build interrupted twice stops at once, exits 130, writes no dataset and says how to go on") {
  const fs::path folder = test_directory("interrupted");
  const fs::path trace = folder / "trace";  // written once the worker has the document, so that the signal meets a build in hand
  put_file(folder / "in" / "hang.txt", "muster-test-hook hang\n");
  const std::string command = "MUSTER_TEST_HOOK=" + quoted(trace) + " '" MUSTER_PROGRAM "' build " + quoted(folder / "in") + " -o " + quoted(folder / "out") + " 2>" +
                              quoted(folder / "err") + " & until [ -s " + quoted(trace) + " ]; do sleep 0.05; done; kill -INT $!; sleep 0.2; kill -INT $!; wait $!";
  const int status = std::system(command.c_str());
  CHECK(WEXITSTATUS(status) == 130);
  CHECK(file_text(folder / "err").find("run the same command again") != std::string::npos);
  CHECK_FALSE(fs::exists(folder / "out" / "documents.csv"));
}
