// Running text on a page: blocks of lines that each broke because the next word did not fit.
#pragma once

#include <vector>

#include "extractors/tables/text_rows.h"

namespace muster {

// For each word whether it is running text: it stands in a block of several such lines and no row of values beside them.
std::vector<bool> prose_words(const std::vector<TableWord>& words, const std::vector<TextRow>& rows);

}  // namespace muster
