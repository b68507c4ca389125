// `muster sample`: a stratified random sample of a dataset's figures to be checked by people, and what it says of the dataset's errors.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

namespace muster {

struct SampleOptions {
  std::string dataset;  // directory
  size_t size = 200;
  std::string seed = "1";
  bool report = false;  // what the checked sample says, instead of drawing one
};

// Draws DATASET/sample.csv, or reports on it. Exit codes: 0; 1 when the sample is not checked to its end.
int sample(const SampleOptions& options, std::ostream& out);

// Text of DATASET/sample.csv; empty when no sample was drawn.
std::string sample_text(const std::string& dataset);

// A share with its 95 % confidence interval (Wilson, 1927), each from 0 to 1.
struct Interval {
  double share = 0, lower = 0, upper = 1;
};

Interval wilson(double share, double trials);

// How many are drawn from each stratum: in proportion to its size, at least one of each, never more than it has (largest remainders).
std::vector<size_t> allocate(const std::vector<size_t>& strata, size_t sample_size);

}  // namespace muster
