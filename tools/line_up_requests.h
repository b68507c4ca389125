// The same request at many councils, as a build tells it: register, decisions about clusters, clusters.
#pragma once

#include <string>

#include "dataset/dataset.h"
#include "normalizers/vocabulary.h"
#include "tools/build.h"

namespace muster {

// The register of this run: that of the option, else the one kept with the dataset; empty without one.
std::string register_text(const BuildOptions& options);

// Sets the clusters of all answers. A register that is named is kept in the dataset for later runs; decisions are read from
// options.clusters or from clusters.csv in the dataset's directory, which is never written.
void line_up_requests(const BuildOptions& options, const Vocabulary& vocabulary, Dataset& dataset);

}  // namespace muster
