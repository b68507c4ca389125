// `muster disclose DATASET`: small counts that documents suppress and that their own totals give away, with what would protect them.
#pragma once

#include <functional>
#include <iosfwd>
#include <string>
#include <vector>

#include "dataset/sqlite.h"
#include "normalizers/hidden_counts.h"

namespace muster {

// A table, or what a document says outside tables, with counts that are recovered or nearly so.
struct Disclosure {
  std::string document_id, source, table_id;
  std::vector<Observation> observations;  // of the document; what `found` points to
  TableDisclosure found;
};

// Every one of a written dataset, documents in order, one document in memory at a time.
void for_each_disclosure(const Database& dataset, const Vocabulary& vocabulary, const std::function<void(const Disclosure&)>& take);

// Suppressed counts of the whole dataset that can be worked out.
size_t count_recovered(const Database& dataset, const Vocabulary& vocabulary);

std::string disclosure_text(const Disclosure& disclosure);
std::string disclosure_json(const Disclosure& disclosure);  // one line

struct DiscloseOptions {
  std::string dataset;
  std::string vocabulary_directory, overlay_directory;
  bool json = false;
  bool fail = false;  // exit code 1 when a count is recovered
};

// After an export: says when counts of the dataset can be worked out, and how to see which.
void warn_of_disclosure(const DiscloseOptions& options);

int disclose(const DiscloseOptions& options, std::ostream& out);

}  // namespace muster
