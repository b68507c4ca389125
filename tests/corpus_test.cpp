// What must hold of every row that the program writes about the corpus, whatever the rows say.
#include <doctest/doctest.h>

#include <set>

#include "dataset/sqlite.h"
#include "schemas/text.h"
#include "tests/run_program.h"

using namespace muster;
namespace fs = std::filesystem;

namespace {

// The corpus as a dataset, built once for all cases.
const fs::path& corpus_dataset() {
  static const fs::path out = [] {
    const fs::path directory = test_directory("corpus-dataset");
    const ProgramRun run = run_program("build " MUSTER_SOURCE_DIR "/corpus/*/source -j 2 -o '" + directory.string() + "'");
    CHECK_MESSAGE((run.exit_code == 0 || run.exit_code == 3), run.err);
    return directory;
  }();
  return out;
}

Database open_dataset() { return {(corpus_dataset() / "workforce.sqlite").string(), Database::Mode::read_only}; }

// First column of the rows that break a rule, "" when there is none.
std::string offenders(const std::string& sql) {
  const Database database = open_dataset();
  Statement statement(database, sql);
  std::string out;
  for (int shown = 0; shown < 5 && statement.step(); ++shown) out += statement.text(0) + "  ";
  return out;
}

}  // namespace

TEST_CASE("corpus: what cannot be right is nowhere in the dataset") {
  struct Case { const char *rule, *sql; };
  const Case cases[] = {
      {"keys hold", "SELECT \"table\" FROM pragma_foreign_key_check"},
      {"a failed or empty document says why", "SELECT source FROM documents WHERE outcome <> 'extracted' AND reason = ''"},
      {"a reported figure has a value", "SELECT observation_id FROM observations WHERE status = 'reported' AND value IS NULL AND value_upper IS NULL"},
      {"a figure has its words", "SELECT observation_id FROM observations WHERE basis <> 'derived' AND (quote = '' OR raw = '')"},
      {"a figure has its place in the text", "SELECT observation_id FROM observations WHERE basis <> 'derived' AND quote_start IS NULL"},
      {"a range is in order", "SELECT observation_id FROM observations WHERE value_upper < value"},
      {"confidence is between 0 and 1", "SELECT observation_id FROM observations WHERE confidence < 0 OR confidence > 1"},
      {"a unit is named or said to be unstated", "SELECT observation_id FROM observations WHERE unit = ''"},
      {"a repeat repeats a figure that is none", "SELECT o.observation_id FROM observations o JOIN observations f ON f.observation_id = o.repeats WHERE f.repeats IS NOT NULL"},
      {"cells of tables stand within their table", "SELECT table_id FROM cells JOIN tables USING (document_id, table_id) WHERE \"row\" >= tables.\"rows\" OR \"column\" >= tables.columns"},
  };
  for (const Case& c : cases) {
    const std::string found = offenders(c.sql);
    CHECK_MESSAGE(found.empty(), c.rule << ": " << found);
  }
}

TEST_CASE("corpus: a quote is what the text says at its offsets, and holds the figure as printed") {
  const Database database = open_dataset();
  Statement rows(database, "SELECT observation_id, quote, substr(text, quote_start + 1, quote_end - quote_start), raw "
                           "FROM observations JOIN texts USING (document_id) WHERE quote_start IS NOT NULL");
  while (rows.step()) {
    const std::string quote = single_spaced(rows.text(1));
    CHECK_MESSAGE(quote == single_spaced(rows.text(2)), rows.text(0));
    CHECK_MESSAGE(quote.find(single_spaced(rows.text(3))) != std::string::npos, rows.text(0) << ": " << rows.text(3) << " is not in " << quote);
  }
}

TEST_CASE("corpus: every diagnostic that was given is explained in docs/diagnostics.md") {
  const std::string page = file_text(MUSTER_SOURCE_DIR "/docs/diagnostics.md");
  const Database database = open_dataset();
  Statement codes(database, "SELECT DISTINCT code FROM diagnostics");
  while (codes.step()) CHECK_MESSAGE(page.find("| `" + codes.text(0) + "` |") != std::string::npos, codes.text(0));
}

TEST_CASE("corpus: one worker writes the same bytes as two") {
  const fs::path one = test_directory("corpus-one");
  run_program("build " MUSTER_SOURCE_DIR "/corpus/*/source -j 1 -o '" + one.string() + "'");
  for (const char* name : {"documents.csv", "observations.csv", "answers.csv", "actions.csv", "findings.csv", "diagnostics.csv", "tables.jsonl",
                           "workforce.sqlite", "datapackage.json"})
    CHECK_MESSAGE(file_text(one / name) == file_text(corpus_dataset() / name), name);
}
