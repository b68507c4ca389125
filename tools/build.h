// `muster build`, `muster add`, `muster remove` and `muster merge`: four ways to a set of results that is then reconciled and written.
#pragma once

#include <string>
#include <vector>

#include "tools/batch/read_batch.h"

namespace muster {

struct BuildOptions {
  std::vector<std::string> inputs;  // build, add: files and folders; remove: document ids and sources
  std::string output;               // directory of the dataset
  std::string manifest;
  std::string requests;             // register of requests; empty: the one that the dataset has
  std::string clusters;             // decisions about clusters; empty: DIR/clusters.csv, where it is there
  std::string fail_on = "none";     // severity of findings from which the exit code is 1: info, warning, error, none
  bool redact = false;              // names and contact details of persons are left out of every written file
  bool json = false;                // run.json on standard output
  Shard shard;
  BatchOptions batch;
};

// Exit codes: 0 fine, 1 findings at or above fail_on, 3 some documents failed, 4 all failed. Interrupted
// (tools/batch/interrupt.h) says how to go on.
int build(const BuildOptions& options);
int add(const BuildOptions& options);
int remove(const BuildOptions& options);

// inputs: directories of datasets. Whatever their order, and however often one is named, the dataset is that of one build of all their
// inputs. Exit code 3 also when shards are missing. Throws std::runtime_error when they were made with different programs, vocabularies
// or options.
int merge(const BuildOptions& options);

}  // namespace muster
