#include "dataset/whole_documents.h"

#include <doctest/doctest.h>

#include <filesystem>

#include "dataset/apply_ledger.h"
#include "dataset/export.h"
#include "dataset/personal_data.h"
#include "dataset/reconcile.h"
#include "tests/dataset_samples.h"
#include "tests/run_program.h"

using namespace muster;
namespace fs = std::filesystem;

namespace {

// Two letters that contradict one another, one with a correction, one with a name in its text.
Dataset dataset_of(const std::shared_ptr<Shelf>& shelf) {
  std::vector<DocumentResult> results = {samples::letter("first"), samples::letter("second")};
  results[1].outline.text += "\nYours sincerely\nAnn Other\n";
  for (DocumentResult& r : results) {
    Observation& o = r.interpretation.observations[0];
    o.period.iso = "2019-03-31";
    o.area_code = r.interpretation.record.publisher_code = "E08000001";
    o.service = "children";
    o.unit = "fte";
    o.confidence = 0.99;
  }
  results[1].interpretation.observations[0].quantity.value = "11";
  std::ranges::sort(results, {}, [](const DocumentResult& r) { return r.interpretation.record.document_id; });
  std::vector<Occurrence> occurrences;
  for (const DocumentResult& r : results) occurrences.push_back({r.interpretation.record.document_id, r.interpretation.record.source});
  size_t given = 0;
  uint32_t seen = 0;
  SortedRows personal(std::make_shared<Shelf>());
  Dataset dataset = reconcile([&]() { return given < results.size() ? std::optional(results[given++]) : std::nullopt; }, occurrences, shelf,
                              [&](const DocumentResult& d) { take_personal_data(d, seen++, personal); });
  Ledger ledger;
  for_each_document(dataset, [&](const DocumentResult& d) {
    if (ledger.empty()) ledger.push_back({.place = ledger_place(d, d.interpretation.observations[0]), .verdict = Verdict::reject, .by = "Ann", .at = "1"});
  });
  apply_ledger(ledger, dataset);
  mark_personal_data(dataset, personal);
  return dataset;
}

}  // namespace

TEST_CASE("a dataset whose bulk lies on a shelf is written to the same bytes as one that is all in memory") {
  const fs::path directory = test_directory("shelf");
  Dataset there = dataset_of(std::make_shared<Shelf>(directory.string())), here = dataset_of(nullptr);
  CHECK(fs::is_empty(directory));  // its file has no name
  CHECK(there.documents.empty());
  CHECK(count_of_documents(there) == count_of_documents(here));
  for (const bool redacted : {false, true}) {
    if (redacted) {
      redact_personal_data(there);
      redact_personal_data(here);
    }
    export_dataset(there, (directory / "there").string());
    export_dataset(here, (directory / "here").string());
    for (const auto& entry : fs::directory_iterator(directory / "here"))
      CHECK_MESSAGE(file_text(entry.path()) == file_text(directory / "there" / entry.path().filename()), entry.path().filename().string());
    CHECK((file_text(directory / "there" / "workforce.sqlite").find("Ann Other") == std::string::npos) == redacted);
    CHECK(file_text(directory / "there" / "observations.csv").find("rejected") != std::string::npos);
  }
}

TEST_CASE("a shelf gives back what was put on it, also what was replaced") {
  Shelf shelf(test_directory("bytes").string());
  shelf.put(0, "one");
  shelf.put(1, std::string(100'000, 'x'));
  shelf.put(0, "another");
  CHECK(shelf.get(0) == "another");
  CHECK(shelf.get(1).size() == 100'000);
  CHECK(shelf.size() == 2);
  Shelf in_memory;
  in_memory.put(0, "one");
  in_memory.put(0, "another");
  CHECK(in_memory.get(0) == "another");
  CHECK(in_memory.another()->size() == 0);
  CHECK_THROWS_WITH(Shelf("/nowhere/at all"), doctest::Contains("free some space"));
}
