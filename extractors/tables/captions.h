// Lines around a table -> its title, units line and notes.
#pragma once

#include <vector>

#include "extractors/read/document_words.h"
#include "extractors/tables/reading.h"

namespace muster {

// Binds the lines right above and below each reading to it; a line belongs to one table. Readings are in reading order.
void bind_captions(const PageView& view, const DocumentWords& document_words, std::vector<Reading>& readings);

}  // namespace muster
