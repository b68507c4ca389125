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

// What a document says, before anybody asks what it says about the workforce: all that is kept of the costly half of the work.
struct Extraction {
  Document document;  // its metadata; pages, tags and lines have gone into the outline
  Outline outline;
  Diagnostics diagnostics;

  template <class Visitor>
  void fields(Visitor& v) { v(document, outline, diagnostics); }
};

// read, lay_out, find_structure. `opening`: what was found when the source was opened as a container.
Extraction extract(const Source& source, const Knowledge& knowledge, Diagnostics opening = {});

// interpret, and the document's record. Of the source only who it is, not its bytes.
DocumentResult interpret_extraction(const Source& source, Extraction extraction, const Knowledge& knowledge, const Hints& hints);

// Both halves.
DocumentResult process(const Source& source, const Knowledge& knowledge, const Hints& hints);

}  // namespace muster
