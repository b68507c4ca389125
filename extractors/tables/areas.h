// Where on a view tables without borders may stand: runs of rows with gaps between their chunks.
#pragma once

#include <vector>

#include "extractors/read/document_words.h"
#include "extractors/tables/aligned.h"

namespace muster {

// Candidates from top to bottom, among the words of the view that are free (not part of a table already found).
std::vector<Area> find_areas(const PageView& view, const std::vector<bool>& free, const DocumentWords& document_words);

// Whether a line of text is a table's or figure's caption.
bool is_caption(const DocumentWords& document_words, const std::vector<TableWord>& words, const TextRow& row);

}  // namespace muster
