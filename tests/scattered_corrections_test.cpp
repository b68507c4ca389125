// Two hundred decisions scattered over the corpus, and what becomes of them when everything is read anew under other names.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "dataset/apply_ledger.h"
#include "dataset/reconcile.h"
#include "dataset/sqlite.h"
#include "dataset/store.h"
#include "tests/run_program.h"

using namespace muster;
namespace fs = std::filesystem;

namespace {

constexpr size_t decisions_wanted = 200;

struct Desk {
  fs::path root = test_directory("scattered"), input = root / "in", dataset = root / "out", vocabulary = root / "vocabulary";

  Desk() {
    fs::create_directories(input);
    fs::create_directories(vocabulary);
    for (const fs::path& file : corpus_files()) fs::copy_file(file, input / name_of(file));
  }

  // Without scans, whose reading takes long.
  static std::vector<fs::path> corpus_files() {
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(MUSTER_SOURCE_DIR "/corpus"))
      if (entry.is_regular_file() && entry.path().parent_path().filename() == "source" && entry.path().string().find("scan") == std::string::npos)
        files.push_back(entry.path());
    std::ranges::sort(files);
    return files;
  }

  static std::string name_of(const fs::path& file) { return file.parent_path().parent_path().filename().string() + "-" + file.filename().string(); }

  ProgramRun build() const {
    return run_program("build '" + input.string() + "' -o '" + dataset.string() + "' --vocabulary '" + vocabulary.string() + "' --fail-on corrections --log-format jsonl");
  }

  size_t number(const std::string& sql) const {
    const Database database((dataset / "workforce.sqlite").string(), Database::Mode::read_only);
    Statement statement(database, sql);
    return statement.step() ? static_cast<size_t>(statement.integer(0)) : 0;
  }

  size_t with_fate(const char* fate) const { return number("SELECT count(*) FROM corrections WHERE fate = '" + std::string(fate) + "'"); }

  // Every other name, in another order, and a store that an earlier version of the program has left.
  void rename_and_age() const {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(input)) files.push_back(entry.path());
    std::ranges::sort(files);
    for (size_t i = 0; i < files.size(); ++i) fs::rename(files[i], input / (std::to_string(1000 - i) + " renamed" + files[i].extension().string()));
    Database store(store_path(dataset.string()), Database::Mode::create);
    store.run("UPDATE extractions SET key = 'of an earlier version'; UPDATE results SET key = 'of an earlier version'");
  }
};

Decision decision_about(const LedgerPlace& place, size_t ordinal) {
  Decision d{.place = place, .by = ordinal % 3 ? "Ann" : "Bob", .at = "2026-03-01T10:00:00Z"};
  constexpr Verdict verdicts[] = {Verdict::accept, Verdict::correct, Verdict::reject, Verdict::correct, Verdict::flag};
  d.verdict = verdicts[ordinal % std::size(verdicts)];
  if (d.verdict == Verdict::correct) d.set = ordinal % 2 ? std::map<std::string, std::string>{{"value", "987654"}} : std::map<std::string, std::string>{{"team", "Team of the test"}};
  return d;
}

// At even distances over all figures of the dataset.
Ledger scattered_decisions(const std::string& dataset) {
  const Dataset all = reconcile(load_batch(store_path(dataset)));
  std::vector<LedgerPlace> places;
  std::set<LedgerPlace> known;
  for (const DocumentResult& d : all.documents)
    for (const Observation& o : d.interpretation.observations)
      if (const LedgerPlace place = ledger_place(d, o); known.insert(place).second) places.push_back(place);
  Ledger out;
  for (size_t i = 0; i < decisions_wanted; ++i) out.push_back(decision_about(places.at(i * places.size() / decisions_wanted), i));
  return out;
}

}  // namespace

TEST_CASE("corrections: two hundred over the corpus are all accounted for when it is read anew under other names, and when rules changed") {
  const Desk desk;
  REQUIRE(desk.build().exit_code != 2);
  put_file(desk.dataset / "corrections.jsonl", ledger_text(scattered_decisions(desk.dataset.string())));
  const ProgramRun first = desk.build();
  CHECK_MESSAGE(desk.with_fate("applied") == decisions_wanted, first.err);
  CHECK(desk.number("SELECT count(DISTINCT document_id) FROM corrections") > 30);
  const std::string marked_sql = "SELECT count(*) FROM observations WHERE review IN ('accepted', 'corrected', 'rejected', 'flagged')";
  const size_t marked = desk.number(marked_sql);

  desk.rename_and_age();
  const ProgramRun renamed = desk.build();
  CHECK(renamed.err.find("document_unchanged") == std::string::npos);
  CHECK(desk.with_fate("applied") == decisions_wanted);
  CHECK(desk.number(marked_sql) == marked);

  // The rules of one measure are gone and a word means another role: some figures are no longer read, others differently.
  put_file(desk.vocabulary / "roles.csv", "role,org_role,pattern,note\nanyone at all,5,\\bsocial workers?\\b,\n");
  put_file(desk.vocabulary / "subjects.csv", "kind,pattern,unless,note\nhomonym,\\bvacan\\w+\\b|\\bagency\\b,,\n");
  const ProgramRun changed = desk.build();
  const size_t orphaned = desk.with_fate("orphaned");
  CHECK(orphaned > 0);
  CHECK(desk.with_fate("applied") + desk.with_fate("already_so") + orphaned == decisions_wanted);
  CHECK(desk.number("SELECT count(*) FROM corrections WHERE fate = 'orphaned' AND explanation = ''") == 0);
  CHECK(changed.exit_code != 0);
  CHECK(desk.number("SELECT count(DISTINCT observation_id) FROM corrections WHERE fate <> 'orphaned'") == decisions_wanted - orphaned);  // no row twice
}
