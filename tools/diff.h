// `muster diff`: what changed between two builds and why.
#pragma once

#include <iosfwd>
#include <string>

namespace muster {

enum class DiffFormat { text, csv, json };

struct DiffOptions {
  std::string old_dataset, new_dataset;  // directories
  DiffFormat format = DiffFormat::text;
  bool all = false;        // text: also rows that say what they said, with another confidence or evidence
  bool exit_code = false;  // 1 when anything changed
};

// Returns the exit code.
int diff(const DiffOptions& options, std::ostream& out);

}  // namespace muster
