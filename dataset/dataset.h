// All documents of a dataset together, and the steps from their results to the written files:
//   DocumentResults -reconcile-> Dataset -tabulate-> rows -> workforce.sqlite, csv, jsonl
#pragma once

#include <compare>
#include <memory>
#include <string>
#include <vector>

#include "dataset/ledger.h"
#include "dataset/shelf.h"
#include "dataset/sorted_rows.h"
#include "schemas/result.h"

namespace muster {

// One place where a document was found, relative to the input's root.
struct Occurrence {
  std::string document_id, source;
  auto operator<=>(const Occurrence&) const = default;

  template <class Visitor>
  void fields(Visitor& v) { v(document_id, source); }
};

// Everything that documents have yielded so far, in any order. build, add, remove and merge all end in one of these.
struct Batch {
  std::vector<DocumentResult> results;
  std::vector<Occurrence> occurrences;
};

// The same, put in order: documents by document_id, each document's rows by page and place, identities complete and unique,
// every reference within the dataset. Made by reconcile alone.
struct Dataset {
  std::vector<DocumentResult> documents;  // empty where they lie on a shelf
  std::vector<Occurrence> occurrences;    // sorted
  std::vector<LedgerEntry> corrections;   // made by apply_ledger
  std::shared_ptr<Shelf> shelf;           // where the documents lie (whole_documents.h); null: they are all here
  std::shared_ptr<SortedRows> additions;  // to documents on the shelf: what comparing them has said of each since
  bool is_redacted = false;               // documents on the shelf are covered when they are taken from it
};

}  // namespace muster
