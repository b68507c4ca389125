// Blocks -> Outline: papers of a pack, sections, who speaks, questions with their answers, actions, prose, facts.
#pragma once

#include "extractors/read/document_words.h"
#include "schemas/blocks.h"
#include "schemas/diagnostic.h"
#include "schemas/document.h"
#include "schemas/outline.h"

namespace muster {

Outline find_structure(const Document& document, const Blocks& blocks, const DocumentWords& words, Diagnostics& diagnostics);

}  // namespace muster
