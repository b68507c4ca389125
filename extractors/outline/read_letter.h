// Passages of a letter with their zones -> who asked what and what was answered.
#pragma once

#include <vector>

#include "extractors/outline/dialogue.h"
#include "extractors/read/document_words.h"

namespace muster {

// `passages` is the whole document in order; all of them come back in the dialogue, some parted further.
Dialogue read_letter(std::vector<Passage> passages, const DocumentWords& words);

}  // namespace muster
