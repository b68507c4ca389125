// Files -> a Batch: every file is read once however often it occurs, members of containers follow their container.
#pragma once

#include <string>

#include "dataset/dataset.h"
#include "tools/inputs.h"
#include "tools/manifest.h"
#include "tools/pipeline.h"

namespace muster {

struct BatchOptions {
  std::string vocabulary_directory, overlay_directory;
  int jobs = 1;
  double timeout_s = 60;  // wall clock for one document
};

// A document that cannot be read, crashes its worker or takes too long has a failed row with the reason.
Batch read_batch(const Inputs& inputs, Manifest& manifest, const BatchOptions& options, const Limits& limits);

}  // namespace muster
