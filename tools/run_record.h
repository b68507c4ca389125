// run.json: what was run on what, what came of it, and how long it took.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "dataset/dataset.h"
#include "dataset/store.h"
#include "tools/batch/batch_log.h"
#include "tools/build.h"

namespace muster {

// What a person and run.json are told about a dataset.
struct Counts {
  size_t documents = 0, occurrences = 0, observations = 0, answers = 0, actions = 0, findings = 0, diagnostics = 0, tables = 0;
  std::map<std::string, size_t> outcomes;             // documents by outcome
  std::map<std::string, size_t> findings_by_severity;
  std::vector<std::string> failures;                  // "SOURCE: reason", the first of them
};

void add_to_counts(const DocumentResult& document, Counts& counts);

// What a run had to do.
struct RunWork {
  size_t read = 0, unchanged = 0;     // documents
  std::vector<SlowDocument> slowest;
  double seconds_reading = 0;         // inputs to results
  double seconds_writing = 0;         // results to files
};

// run.json in the dataset's directory. Throws std::runtime_error when it cannot be written.
void write_run_json(const std::string& command, const BuildOptions& options, const Dataset& dataset, const Counts& counts,
                    const std::string& vocabulary_version, const StoreOrigin& origin, const RunWork& work);

// Whether the last run on this dataset covered personal data: whoever writes it again must do so too.
bool was_redacted(const std::string& dataset_directory);

}  // namespace muster
