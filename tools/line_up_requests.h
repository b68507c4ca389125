// The same request at many councils, as a build tells it: register, decisions about clusters, clusters.
#pragma once

#include <string>

#include "dataset/dataset.h"
#include "normalizers/vocabulary.h"
#include "tools/build.h"
#include "tools/register.h"

namespace muster {

// The text of this run's register: that of the option, else the one kept with the dataset; empty without one.
std::string register_text(const BuildOptions& options);

// The register of requests: one that is named is kept in the dataset for later runs.
Register register_for(const BuildOptions& options, const Vocabulary& vocabulary);

// Where the requests of documents are gathered (take_requests). Decisions are read from options.clusters or from clusters.csv in the
// dataset's directory, which is never written.
AskedRequests requests_to_line_up(const BuildOptions& options, const Register& record, const Shelf& beside);

// Sets the clusters of all answers.
void line_up_requests(const BuildOptions& options, AskedRequests& requests, Dataset& dataset);

}  // namespace muster
