// The private working store beside the written files: every document's result as it left the worker, so that a dataset can grow and
// shrink without reading its documents again. Its form belongs to one version of the program and is nobody else's business.
#pragma once

#include <string>

#include "dataset/dataset.h"

namespace muster {

// Where a dataset keeps it.
std::string store_path(const std::string& dataset_directory);

// Replaces the store as a whole.
void save_batch(const std::string& path, const Batch& batch);

// Throws std::runtime_error, with what to do, when there is none or when it was written by another version.
Batch load_batch(const std::string& path);

}  // namespace muster
