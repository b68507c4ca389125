// `muster explain`: the chain from bytes to value of an observation, in words or as JSON.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

namespace muster {

struct ExplainOptions {
  std::string dataset;                  // directory
  std::vector<std::string> ids;         // observation_ids, or their beginnings
  std::vector<std::string> originals;   // where the original files are; empty: where the build found them
  bool json = false;
};

// Returns the exit code. Throws std::runtime_error when an observation does not exist.
int explain(const ExplainOptions& options, std::ostream& out);

}  // namespace muster
