// Tables that only lay out text: a column of questions beside a column of answers, or a record of labels and values. They
// dissolve into passages, so that their cells are read like the rest of the letter. A grid inside the answers of such a
// table becomes a table of its own.
#pragma once

#include <vector>

#include "extractors/outline/passage.h"
#include "extractors/read/document_words.h"

namespace muster {

// Appends inner grids to `tables`.
std::vector<Passage> dissolve_tables(const std::vector<Passage>& passages, std::vector<Table>& tables,
                                     const DocumentWords& words);

}  // namespace muster
