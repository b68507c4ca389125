// From the results of documents to the dataset that is written.
#pragma once

#include "dataset/dataset.h"
#include "dataset/store.h"
#include "normalizers/vocabulary.h"
#include "tools/build.h"

namespace muster {

// Rows in order, the same request at many councils lined up, attachments looked for, corrections of people laid over, personal data
// marked and, where options.redact says so, covered. The store's results are taken one by one.
Dataset finish_dataset(const Store& store, std::vector<Occurrence> occurrences, const BuildOptions& options, const Vocabulary& vocabulary);

}  // namespace muster
