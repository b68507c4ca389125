// `muster ledger`: what became of people's decisions, and what else can be made of them.
#pragma once

#include <iosfwd>
#include <string>

#include "dataset/dataset.h"

namespace muster {

enum class LedgerVerb { status, apply, explain, to_truth };

struct LedgerOptions {
  LedgerVerb verb = LedgerVerb::status;
  std::string dataset;   // directory
  std::string output;    // to_truth: directory for observations.csv
  std::string vocabulary_directory, overlay_directory;
  bool fail = false;     // exit code 1 when a decision is orphaned or in conflict
};

// Documents are not read again: rows come from the dataset's own store. Exit codes: 0, or 1 with `fail`.
int ledger(const LedgerOptions& options, std::ostream& out);

// A decision is orphaned or in conflict.
bool corrections_are_lost(const Dataset& dataset);

// One line on how many decisions are applied, agreed with, lost; nothing when there are none.
void say_corrections(const Dataset& dataset);

// Truth in the form of corpus/*/truth/observations.csv: every accepted or corrected row.
std::string truth_csv(const Dataset& dataset);

}  // namespace muster
