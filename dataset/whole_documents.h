// Documents of a dataset one after the other, whole. With a shelf nothing of them stays in memory but where they lie: memory does not grow with
// what documents say, and little with their number.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "dataset/dataset.h"

namespace muster {

// Adds a document to the dataset.
void add_document(Dataset& dataset, DocumentResult document);

size_t count_of_documents(const Dataset& dataset);

// In order of the documents' indices, with everything that was added to them.
void for_each_document(const Dataset& dataset, const std::function<void(const DocumentResult&)>& take);

// One of them, by its index; its row order stays. What was added is not there yet.
void change_document(Dataset& dataset, size_t index, const std::function<void(DocumentResult&)>& change);

DocumentRecord record_of(const Dataset& dataset, size_t index);
void put_record(Dataset& dataset, size_t index, const DocumentRecord& record);

// The clusters of one request of a document.
struct ClusterNames {
  int request = 1;
  std::string request_cluster;
  std::vector<std::string> question_clusters;  // of the request's answers, in order

  template <class Visitor>
  void fields(Visitor& v) { v(request, request_cluster, question_clusters); }
};

// What all documents together say about one of them.
struct Addition {
  std::vector<uint32_t> series_breaks;  // indices of observations
  std::vector<Finding> findings;
  std::vector<ClusterNames> clusters;
  std::vector<Diagnostic> diagnostics;

  template <class Visitor>
  void fields(Visitor& v) { v(series_breaks, findings, clusters, diagnostics); }
};

void add_to_document(Dataset& dataset, size_t index, const Addition& addition);

// In the order of findings.csv.
void sort_findings(std::vector<Finding>& findings);

}  // namespace muster
