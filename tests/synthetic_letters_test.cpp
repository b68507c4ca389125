// Sixty invented replies to one request in sixteen layouts, from end to end: pairing, status, and who has answered what.
#include <doctest/doctest.h>

#include <map>
#include <set>

#include "schemas/csv.h"
#include "schemas/text.h"
#include "tests/run_program.h"

using namespace muster;

namespace {

constexpr double least_right = 0.97;  // of the questions

// A generated batch and the dataset made of it; empty where this machine has no Python.
std::filesystem::path built_batch(const std::string& seed) {
  const std::filesystem::path root = test_root() / ("letters-" + seed);
  const std::string make = "python3 '" MUSTER_SOURCE_DIR "/tools/bench/make-letters' '" + root.string() + "' --seed " + seed + " 2>/dev/null";
  if (std::system(make.c_str()) != 0) return {};
  const ProgramRun run = run_program("build '" + (root / "letters").string() + "' -o '" + (root / "dataset").string() + "' --requests '" + (root / "register.csv").string() + "'");
  CHECK_MESSAGE(run.exit_code == 0, run.err);
  return root;
}

CsvTable table(const std::filesystem::path& path) { return read_csv(path.string()); }

void check_answers(const std::filesystem::path& root) {
  const CsvTable truth = table(root / "truth" / "answers.csv"), documents = table(root / "dataset" / "documents.csv"), told = table(root / "dataset" / "answers.csv");
  std::map<std::string, std::string> source;
  for (size_t i = 0; i < documents.rows.size(); ++i) source[documents.at(i, "document_id")] = documents.at(i, "source");
  std::map<std::string, size_t> row;
  for (size_t i = 0; i < told.rows.size(); ++i) row[source[told.at(i, "document_id")] + ' ' + told.at(i, "question_number")] = i;
  size_t right = 0;
  for (size_t i = 0; i < truth.rows.size(); ++i) {
    const std::string place = truth.at(i, "document") + ' ' + truth.at(i, "question_number");
    const auto found = row.find(place);
    const bool good = found != row.end() && told.at(found->second, "status") == truth.at(i, "status") &&
                      told.at(found->second, "legal_reference").starts_with(truth.at(i, "legal_reference")) &&
                      single_spaced(told.at(found->second, "answer")).starts_with(truth.at(i, "answer_starts_with"));
    right += good;
    if (!good) MESSAGE(place << ": want " << truth.at(i, "status") << " " << truth.at(i, "answer_starts_with") << ", have "
                             << (found == row.end() ? std::string("no row") : told.at(found->second, "status") + " " + told.at(found->second, "answer")));
  }
  CHECK(static_cast<double>(right) >= least_right * static_cast<double>(truth.rows.size()));
}

void check_coverage(const std::filesystem::path& root) {
  const ProgramRun run = run_program("coverage '" + (root / "dataset").string() + "'");
  CHECK_MESSAGE(run.exit_code == 0, run.err);
  const CsvTable truth = table(root / "truth" / "coverage.csv"), told = table(root / "dataset" / "coverage.csv");
  std::map<std::string, std::string> state;
  for (size_t i = 0; i < told.rows.size(); ++i)
    if (told.at(i, "period").empty()) state[told.at(i, "publisher_code") + ' ' + told.at(i, "question_cluster")] = told.at(i, "state");
  for (size_t i = 0; i < truth.rows.size(); ++i) {
    const std::string place = truth.at(i, "publisher_code") + " staffing-2023-" + truth.at(i, "question");
    CHECK_MESSAGE(state[place] == truth.at(i, "state"), place);
  }
  CHECK(state.size() == truth.rows.size());
}

}  // namespace

TEST_CASE("a batch of sixty letters: answers and coverage") {
  for (const char* seed : {"2", "4", "6"}) {  // quoted mail with questions that were passed over
    const std::filesystem::path other = built_batch(seed);
    if (other.empty()) continue;
    check_answers(other);
    check_coverage(other);
  }
  const std::filesystem::path root = built_batch("1");
  if (root.empty()) {
    MESSAGE("skipped: tools/bench/make-letters needs python3");
    return;
  }
  check_answers(root);
  check_coverage(root);
  const ProgramRun drafts = run_program("followup '" + (root / "dataset").string() + "'");
  CHECK(drafts.exit_code == 0);
  CHECK(file_text(root / "dataset" / "followup" / "E06000061-1.txt").find("2023-06-") != std::string::npos);
}

TEST_CASE("a letter that leaves its questions out: the register gives its bare figures their meaning") {
  const std::filesystem::path root = test_root() / "bare-letter";
  put_file(root / "letters" / "reply.txt",
             "Leicester City Council\nOur reference: FOI 20231\nDate: 12 June 2023\nDear Requester\nRequest for information under the Freedom of Information Act 2000\n"
             "Our answers are numbered as your questions were.\n1. 132\n2. 41\n3. None\n4. \u00A31,204,000\nYours sincerely\nLeicester City Council\n");
  put_file(root / "register.csv",
             "request,council,sent,question,wording\nstaffing,Leicester City Council,2023-05-15,,\n"
             "staffing,,,1,How many social work posts did children's services have on 31 March 2023?\nstaffing,,,2,How many of these posts were vacant on that date?\n"
             "staffing,,,3,How many agency social workers were in post on 31 March 2023?\nstaffing,,,4,What was spent on agency social workers in the financial year 2022/23?\n");
  const std::string build = "build '" + (root / "letters").string() + "' -o '" + (root / "dataset").string() + "'";
  REQUIRE(run_program(build).exit_code == 0);
  CHECK(table(root / "dataset" / "observations.csv").rows.empty());
  REQUIRE(run_program(build + " --requests '" + (root / "register.csv").string() + "'").exit_code == 0);
  const CsvTable told = table(root / "dataset" / "observations.csv");
  std::set<std::string> rows;
  for (size_t i = 0; i < told.rows.size(); ++i) rows.insert(told.at(i, "question_number") + " " + told.at(i, "measure") + " " + told.at(i, "period") + " " + told.at(i, "value"));
  CHECK(rows == std::set<std::string>{"1 establishment 2023-03-31 132", "2 vacancy 2023-03-31 41", "3 agency 2023-03-31 0", "4 agency_spend 2022-04-01/2023-03-31 1204000"});
}

TEST_CASE("Derby's and Leicester's letters are replies to one request, their questions aligned") {
  const std::filesystem::path seeds = MUSTER_SOURCE_DIR "/../shared/seeds";
  if (!std::filesystem::exists(seeds)) {
    MESSAGE("skipped: the folder ../shared/seeds is not beside this source tree");
    return;
  }
  const std::filesystem::path out = test_root() / "seeds";
  REQUIRE(run_program("build '" + seeds.string() + "' -o '" + out.string() + "'").exit_code == 0);
  const CsvTable answers = table(out / "answers.csv");
  std::map<std::string, std::set<std::string>> clusters_of;  // by publisher and the number's first digit
  std::set<std::string> requests;
  for (size_t i = 0; i < answers.rows.size(); ++i) {
    requests.insert(answers.at(i, "request_cluster"));
    clusters_of[answers.at(i, "publisher_code") + answers.at(i, "question_number").substr(0, 1)].insert(answers.at(i, "question_cluster"));
  }
  CHECK(requests.size() == 1);
  for (const char* number : {"1", "2", "3", "4", "5", "6"}) {
    CHECK(clusters_of[std::string("E06000015") + number].size() == 1);
    CHECK(clusters_of[std::string("E06000015") + number] == clusters_of[std::string("E06000016") + number]);
  }
}
