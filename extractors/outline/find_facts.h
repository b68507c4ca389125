// What a document says about itself: references, dates by their labels, titles, addresses, committee, signature.
#pragma once

#include <vector>

#include "extractors/outline/passage.h"
#include "extractors/read/document_words.h"
#include "schemas/document.h"

namespace muster {

// Facts carry the number of their paper (Passage::paper) in `paper` until the nodes are known.
std::vector<Fact> find_facts(const Document& document, const std::vector<Passage>& passages, const DocumentWords& words);

}  // namespace muster
