// Which part of a letter each passage stands in, and who speaks there: from headings and labels ("Request", "Our response"),
// class words of the markup, and the set phrases of letters (salutation, re-use licence, complaint paragraphs).
#pragma once

#include <vector>

#include "extractors/outline/passage.h"
#include "extractors/read/document_words.h"

namespace muster {

void tell_zones(std::vector<Passage>& passages, const DocumentWords& words);

}  // namespace muster
