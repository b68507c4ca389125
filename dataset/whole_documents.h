// Documents of a dataset one after the other, whole. With a shelf, Dataset::documents has of each only what is compared with other
// documents: its record, answers and findings, the figures that may be compared, and the diagnostics added since. The rest lies on the shelf, so
// that memory does not grow with texts, tables and figures.
#pragma once

#include <functional>

#include "dataset/dataset.h"

namespace muster {

// Adds a document to the dataset; with a shelf, its bulk is laid aside.
void add_document(Dataset& dataset, DocumentResult document);

// In order of Dataset::documents.
void for_each_document(const Dataset& dataset, const std::function<void(const DocumentResult&)>& take);
void change_each_document(Dataset& dataset, const std::function<void(DocumentResult&)>& change);

// One of them, by its index.
void change_document(Dataset& dataset, size_t index, const std::function<void(DocumentResult&)>& change);

}  // namespace muster
