// What a second run does again, and what it does not: told by the events of --log-format jsonl, never by the clock.
#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>

#include "schemas/csv.h"
#include "tests/hand_made_pdf.h"
#include "tests/run_program.h"

using namespace muster;
namespace fs = std::filesystem;

namespace {

const char* const letter = "Request for information\n\n1. How many social workers do you employ?\n\nAnswer: 40\n";
const char* const dataset_files[] = {"documents.csv", "occurrences.csv", "observations.csv", "answers.csv", "actions.csv", "findings.csv",
                                     "diagnostics.csv", "tables.jsonl", "datapackage.json", "workforce.sqlite"};

struct Events {
  size_t read = 0, interpreted = 0, unchanged = 0, failed = 0, retried = 0;
  bool operator==(const Events&) const = default;
};

doctest::String toString(const Events& e) {
  std::ostringstream out;
  out << e.read << " read, " << e.interpreted << " interpreted, " << e.unchanged << " unchanged, " << e.failed << " failed, " << e.retried << " retried";
  return out.str().c_str();
}

Events events_of(const ProgramRun& run) {
  Events events;
  std::istringstream lines(run.err);
  for (std::string line; std::getline(lines, line);) {
    const auto event = nlohmann::json::parse(line);
    const std::string name = event["event"];
    if (name == "document_started") ++(event["stage"] == "read" ? events.read : events.interpreted);
    events.unchanged += name == "document_unchanged";
    events.failed += name == "document_failed";
    events.retried += name == "document_retried";
  }
  return events;
}

std::string quoted(const fs::path& path) { return "'" + path.string() + "'"; }

struct Place {
  fs::path in, out, vocabulary;

  ProgramRun run(const std::string& more = {}, const std::string& environment = {}) const {
    return run_program("build " + quoted(in) + " -o " + quoted(out) + " --log-format jsonl --vocabulary " + quoted(vocabulary) + ' ' + more, environment);
  }
};

Place place_with_three(const std::string& name) {
  const fs::path root = test_directory(name);
  put_file(root / "in" / "letter.txt", letter);
  put_file(root / "in" / "again" / "copy of the letter.txt", letter);
  put_file(root / "in" / "table.pdf", test::HandMadePdf{.content = "BT /F1 12 Tf 50 100 Td (Vacancies 3) Tj ET"}.bytes());
  put_file(root / "in" / "page.html", "<html><body><p>Vacancies: 3</p></body></html>");
  fs::create_directories(root / "vocabulary");
  return {root / "in", root / "out", root / "vocabulary"};
}

void check_same_bytes(const fs::path& one, const fs::path& two) {
  for (const char* name : dataset_files) CHECK_MESSAGE(file_text(one / name) == file_text(two / name), name);
}

// The header of a shipped vocabulary file and one row of it, to be laid over.
std::string overlay_row(const std::string& file, const std::string& column, const std::string& added) {
  CsvTable table = read_csv(MUSTER_SOURCE_DIR "/schemas/vocabulary/" + file);
  std::string out, row;
  for (size_t i = 0; i < table.header.size(); ++i) {
    std::string cell = table.rows[0][i];
    if (table.header[i] == column) cell += (cell.empty() ? "" : ";") + added;
    out += (i ? "," : "") + csv_cell(table.header[i]);
    row += (i ? "," : "") + csv_cell(cell);
  }
  return out + '\n' + row + '\n';
}

}  // namespace

TEST_CASE("incremental: unchanged documents are not read again; one content at two paths is read once") {
  const Place place = place_with_three("unchanged");
  CHECK(events_of(place.run()) == Events{.read = 3});
  CHECK(read_csv((place.out / "occurrences.csv").string()).rows.size() == 4);
  const std::string observations = file_text(place.out / "observations.csv");
  CHECK(events_of(place.run()) == Events{.unchanged = 3});
  CHECK(file_text(place.out / "observations.csv") == observations);
  put_file(place.in / "new.txt", "Vacancies: 4\n");
  CHECK(events_of(place.run()) == Events{.read = 1, .unchanged = 3});
  put_file(place.in / "new.txt", "Vacancies: 5\n");
  fs::remove(place.in / "page.html");
  CHECK(events_of(place.run()) == Events{.read = 1, .unchanged = 2});
  const Place fresh{place.in, place.out.string() + "-fresh", place.vocabulary};
  fresh.run();
  check_same_bytes(place.out, fresh.out);
}

TEST_CASE("incremental: an alias repeats the interpretation of the documents that it could touch; the bytes are those of a fresh build") {
  const Place place = place_with_three("edits");
  put_file(place.in / "other.txt", "Borough of Somewhere Else\n\nVacancies: 3\n");
  CHECK(events_of(place.run()) == Events{.read = 4});
  struct Case { const char *file, *text; Events events; };
  const std::string alias = overlay_row("authorities.csv", "aliases", "Borough of Somewhere Else");
  const Case cases[] = {
      {"authorities.csv", alias.c_str(), {.interpreted = 1, .unchanged = 3}},
      {"roles.csv", "role,org_role,pattern,note\nferryman,5,\\bferrymen\\b,\n", {.unchanged = 4}},
      {"measure_patterns.csv", "measure,weight,pattern,unless,note\nvacancy,2,\\bhow many social workers\\b,,\n", {.interpreted = 1, .unchanged = 3}},
      {"neutral_words.csv", "words\nlighthouse\n", {.unchanged = 4}},
  };
  int fresh = 0;
  for (const Case& c : cases) {
    put_file(place.vocabulary / c.file, c.text);
    CHECK_MESSAGE(events_of(place.run()) == c.events, c.file);
    const Place anew{place.in, place.out.string() + std::to_string(++fresh), place.vocabulary};
    anew.run();
    check_same_bytes(place.out, anew.out);
    CHECK(events_of(place.run()) == Events{.unchanged = 4});
  }
}

TEST_CASE("incremental: a word of the manifest repeats the interpretation alone; words of documents and options repeat the reading") {
  const Place place = place_with_three("alias");
  put_file(place.vocabulary / "authorities.csv", overlay_row("authorities.csv", "aliases", "Borough of Somewhere Else"));
  CHECK(events_of(place.run()) == Events{.read = 3});
  put_file(place.in.parent_path() / "m.csv", "file,publisher\nletter.txt,Borough of Somewhere Else\n");
  put_file(place.in.parent_path() / "m2.csv", "file,publisher\nagain/copy of the letter.txt,Borough of Somewhere Else\n");
  CHECK(events_of(place.run("--manifest " + quoted(place.in.parent_path() / "m2.csv"))) == Events{.interpreted = 1, .unchanged = 2});
  put_file(place.vocabulary / "document_words.csv", "kind,pattern,note\n");
  CHECK(events_of(place.run()) == Events{.read = 3});
  CHECK(events_of(place.run("--timeout 59")) == Events{.read = 3});
}

TEST_CASE("incremental: what failed is tried again by every run") {
  const Place place = place_with_three("again");
  put_file(place.in / "bad.txt", "muster-test-hook crash\n");
  const ProgramRun first = place.run({}, "MUSTER_TEST_HOOK=1");
  CHECK(first.exit_code == 3);
  CHECK(events_of(first) == Events{.read = 5, .failed = 1, .retried = 1});
  CHECK(events_of(place.run({}, "MUSTER_TEST_HOOK=1")) == Events{.read = 2, .unchanged = 3, .failed = 1, .retried = 1});
  const ProgramRun mended = place.run();
  CHECK(mended.exit_code == 0);
  CHECK(events_of(mended) == Events{.read = 1, .unchanged = 3});
}

TEST_CASE("incremental: a build that was interrupted keeps what it has read and goes on") {
  const Place place = place_with_three("interrupted");
  put_file(place.in / "zz.txt", "muster-test-hook hang\n");
  const fs::path trace = place.in.parent_path() / "trace";
  const std::string command = "MUSTER_TEST_HOOK=" + quoted(trace) + " '" MUSTER_PROGRAM "' build -j 1 " + quoted(place.in) + " -o " + quoted(place.out) +
                              " --vocabulary " + quoted(place.vocabulary) + " --timeout 60 2>/dev/null & until [ -s " + quoted(trace) +
                              " ]; do sleep 0.05; done; kill -9 $!; wait $!";
  static_cast<void>(std::system(command.c_str()));
  CHECK_FALSE(fs::exists(place.out / "documents.csv"));
  CHECK(events_of(place.run("--timeout 60")) == Events{.read = 1, .unchanged = 3});
  const Place fresh{place.in, place.out.string() + "-fresh", place.vocabulary};
  fresh.run();
  check_same_bytes(place.out, fresh.out);
}

TEST_CASE("add: a document that is there under an earlier name keeps it, whatever the order of adding") {
  const fs::path root = test_directory("names"), one = root / "one", two = root / "two";
  put_file(root / "a" / "a letter.txt", letter);
  put_file(root / "b" / "b letter.pdf", letter);  // the wrong name is told in a diagnostic
  run_program("build " + quoted(root / "a") + " -o " + quoted(one));
  run_program("add " + quoted(root / "b") + " -o " + quoted(one));
  run_program("build " + quoted(root / "b") + " -o " + quoted(two));
  run_program("add " + quoted(root / "a") + " -o " + quoted(two));
  check_same_bytes(one, two);
}
