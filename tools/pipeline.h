// Where the stages meet.
#pragma once

#include "extractors/read/document_words.h"
#include "extractors/read/limits.h"
#include "normalizers/interpret.h"
#include "schemas/blocks.h"
#include "schemas/document.h"
#include "schemas/result.h"

namespace muster {

// What every document of a run is read with.
struct Knowledge {
  DocumentWords words;
  Vocabulary vocabulary;
  Limits limits;
};

// Throws std::runtime_error when a vocabulary file is bad.
Knowledge load_knowledge(const std::string& vocabulary_directory, const std::string& overlay_directory);

// `opening`: what was found when the source was opened as a container.
DocumentResult process(const Source& source, const Knowledge& knowledge, const Hints& hints, Diagnostics opening = {});

}  // namespace muster
