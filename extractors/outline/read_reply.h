// The authority's part of a letter, or a letter that quotes and answers question by question -> answers, keyed to the
// questions read so far or to those that the run itself echoes.
#pragma once

#include "extractors/outline/dialogue.h"
#include "extractors/read/document_words.h"

namespace muster {

void read_reply(const std::vector<Passage>& run, int request, const DocumentWords& words, Dialogue& dialogue);

}  // namespace muster
