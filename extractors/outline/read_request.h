// The requester's part of a letter -> its questions.
#pragma once

#include "extractors/outline/dialogue.h"
#include "extractors/read/document_words.h"

namespace muster {

// Reads `run`, passages that stand together in the request, appending them to the dialogue with its questions. Without any
// number, each passage that asks is a question; where none does, the whole run is one.
void read_request(const std::vector<Passage>& run, int request, const DocumentWords& words, Dialogue& dialogue);

}  // namespace muster
