// `muster score TRUTH... DATASET`: how much of a hand-made truth a dataset says, and how much it says that is not so.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "tools/reliability.h"

namespace muster {

struct ScoreOptions {
  std::vector<std::string> truths;  // directories with observations.csv, answers.csv, actions.csv, documents.csv (each optional)
  std::string dataset;              // the dataset's directory
  bool verbose = false;             // every miss and every wrong row
  bool json = false;
  bool reliability = false;         // confidence against truth instead of the score
  std::string not_below;            // another dataset, which must not score higher; empty: none
};

struct ObservationScore {
  size_t truth = 0, found = 0, wrong = 0;
  double recall = 0, precision = 0, f1 = 0;
  double mean_of_documents = 0;  // each document the same weight; one with nothing to find is spoilt by one false row
};

struct ShareScore {
  size_t truth = 0, right = 0;
};

struct Score {
  ObservationScore strict, core;
  ShareScore answers, actions;
  std::map<std::string, ShareScore> documents;  // by field: publisher_code, document_type, reference, response_date
  std::string details;                          // the table by document and measure; when verbose, misses and wrong rows
};

Score score_dataset(const ScoreOptions& options);

// The dataset's rows that the truth judges by the strict keys; a fact said again is right, a plan is left out.
std::vector<JudgedRow> judged_rows(const ScoreOptions& options);

// Prints the score. 0; 1 when `not_below` scores higher in observations (strict), answers, actions or documents. Throws std::runtime_error when
// there is no truth or no dataset.
int score(const ScoreOptions& options);

}  // namespace muster
