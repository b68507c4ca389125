// `muster coverage DATASET` and `muster followup DATASET`: what was answered and by whom, and drafts that ask for the rest.
#pragma once

#include <string>

namespace muster {

struct CoverageOptions {
  std::string dataset;
  std::string requests;       // register of requests; empty: the one given to build, if there was one
  std::string template_file;  // followup only; empty: the one that is shipped
  std::string output;         // followup only: folder of the drafts; empty: DATASET/followup
  bool csv = false;           // coverage only: rows instead of a matrix on standard output
  std::string vocabulary_directory, overlay_directory;
};

// Writes DATASET/coverage.csv and prints the matrix. Exit code 0.
int coverage_command(const CoverageOptions& options);

// Writes one text file for each letter, and prints their paths. Exit code 0.
int followup_command(const CoverageOptions& options);

// Where a dataset keeps the register that it was built with, and the decisions about clusters.
std::string register_path(const std::string& dataset_directory);
std::string clusters_path(const std::string& dataset_directory);

}  // namespace muster
