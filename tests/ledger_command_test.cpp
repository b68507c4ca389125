// Corrections end to end: written beside a dataset, kept through re-runs, turned into truth.
#include <doctest/doctest.h>

#include "dataset/ledger.h"
#include "dataset/sqlite.h"
#include "tests/run_program.h"

using namespace muster;
namespace fs = std::filesystem;

namespace {

const std::string letter =
    "Freedom of information request\n\n1. How many social workers (FTE) were employed on 31 March 2021?\n\n2. How many vacancies were there on 31 March 2021?\n\n"
    "Response\n\n1. 40.5\n\n2. 7\n";

// A dataset of one letter, and a decision about its vacancies as the review desk writes it.
struct Desk {
  fs::path root = test_directory("ledger"), input = root / "in", dataset = root / "out";

  Desk() {
    put_file(input / "letter.txt", letter);
    build();
  }

  ProgramRun build(const std::string& more = {}) const { return run_program("build '" + input.string() + "' -o '" + dataset.string() + "' " + more); }

  std::string cell(const std::string& sql) const {
    const Database database((dataset / "workforce.sqlite").string(), Database::Mode::read_only);
    Statement statement(database, sql);
    return statement.step() ? statement.text(0) : "(none)";
  }

  void decide(Verdict verdict) const {
    Decision d{.verdict = verdict, .note = "as the scan shows", .by = "Ann", .at = "2026-03-01T10:00:00Z"};
    d.place = {.document = cell("SELECT content_sha256 FROM documents"), .quote_start = std::stoll(cell("SELECT quote_start FROM observations WHERE measure='vacancy'")),
               .quote = cell("SELECT quote FROM observations WHERE measure='vacancy'"), .raw = "7", .was = {{"measure", "vacancy"}}};
    if (verdict == Verdict::correct) d.set = {{"value", "8"}};
    put_file(dataset / "corrections.jsonl", ledger_text({d}));
  }
};

}  // namespace

TEST_CASE("a correction is applied on every build, keeps what was read, and becomes truth") {
  const Desk desk;
  desk.decide(Verdict::correct);
  const ProgramRun built = desk.build("--fail-on corrections");
  CHECK(built.exit_code == 0);
  CHECK(built.err.find("1 figure decided by people: 1 applied") != std::string::npos);
  CHECK(desk.cell("SELECT value || ' ' || review || ' ' || value_extracted FROM observations WHERE measure='vacancy'") == "8.0 corrected 7");
  CHECK(desk.cell("SELECT fate FROM corrections") == "applied");
  const ProgramRun truth = run_program("ledger to-truth '" + desk.dataset.string() + "' -o '" + (desk.root / "truth").string() + "'");
  CHECK(truth.exit_code == 0);
  CHECK(file_text(desk.root / "truth" / "observations.csv").find("letter.txt,") != std::string::npos);
  CHECK(run_program("score '" + (desk.root / "truth").string() + "' '" + desk.dataset.string() + "'").exit_code == 0);
}

TEST_CASE("ledger apply lays decisions over the rows without reading documents again") {
  const Desk desk;
  desk.decide(Verdict::reject);
  fs::remove_all(desk.input);
  CHECK(run_program("ledger apply '" + desk.dataset.string() + "'").exit_code == 0);
  CHECK(desk.cell("SELECT review FROM observations WHERE measure='vacancy'") == "rejected");
}

TEST_CASE("a decision whose figure is gone is orphaned: told, and a failure where that was asked for") {
  const Desk desk;
  desk.decide(Verdict::correct);
  put_file(desk.input / "letter.txt", letter + "\nKind regards\n");
  CHECK(desk.build().exit_code == 0);
  CHECK(desk.build("--fail-on corrections").exit_code == 1);
  const ProgramRun status = run_program("ledger status '" + desk.dataset.string() + "' --fail-on corrections");
  CHECK(status.exit_code == 1);
  CHECK(status.out.find("orphaned") != std::string::npos);
}

TEST_CASE("a ledger that cannot be read stops the build with its line") {
  const Desk desk;
  put_file(desk.dataset / "corrections.jsonl", "not json\n");
  const ProgramRun built = desk.build();
  CHECK(built.exit_code == 2);
  CHECK(built.err.find("corrections.jsonl:1") != std::string::npos);
}
