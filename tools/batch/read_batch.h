// Files -> results in the store: every content is read once however often it occurs, members of containers follow their container,
// and what the store has already under the same key is not read again.
#pragma once

#include <string>
#include <vector>

#include "dataset/store.h"
#include "tools/batch/batch_log.h"
#include "tools/inputs.h"
#include "tools/manifest.h"
#include "tools/pipeline.h"

namespace muster {

class CacheKeys;

struct BatchOptions {
  std::string vocabulary_directory, overlay_directory;
  std::string passwords_file;  // one a line; empty: none
  int jobs = 1;
  double timeout_s = 60;  // wall clock for one document
};

// Where the files' documents were found. A document that cannot be read, crashes its worker or takes too long has a failed result with
// the reason. `known`: occurrences that stay; a document that occurs there under an earlier name keeps its result.
std::vector<Occurrence> read_batch(const Inputs& inputs, Manifest& manifest, const BatchOptions& options, const Knowledge& knowledge,
                                   const CacheKeys& keys, const std::vector<Occurrence>& known, Store& store, BatchLog& log);

}  // namespace muster
