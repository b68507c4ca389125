// `muster crosscheck DATASET`: the dataset's figures beside the official ones of the children's social work workforce statistics, in words of
// plausibility: a letter may count other people on another day by another method, so a difference is no error.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "tools/score_rows.h"

namespace muster {

struct CrosscheckOptions {
  std::string dataset;    // its directory
  std::string reference;  // the official file
};

// A figure of the dataset and the official one nearest to it in time.
struct Comparison {
  const ScoreRow* observation = nullptr;
  std::string year;  // reporting year: 30 September of it, flows from 1 October of the year before
  double official = 0;
  double ratio = 0;  // the dataset's to the official one; 0 where the official one is 0
  int months_apart = 0;
  std::string words;
};

// Whole-body figures of children's social workers that have an official counterpart, in the order of the rows. No figure is compared
// across more than half a year.
std::vector<Comparison> compare_with_official(std::span<const ScoreRow> observations, std::span<const ScoreRow> official);

// Prints the comparisons as CSV on standard output and a line of counts on standard error. 0. Throws std::runtime_error when there is no dataset.
int crosscheck(const CrosscheckOptions& options);

}  // namespace muster
