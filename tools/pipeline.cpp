#include "tools/pipeline.h"

#include <utility>

#include "extractors/layout/lay_out.h"
#include "extractors/outline/find_structure.h"
#include "extractors/read/read.h"
#include "tools/document_record.h"

namespace muster {

Knowledge load_knowledge(const std::string& vocabulary_directory, const std::string& overlay_directory) {
  DocumentWords words = DocumentWords::load(vocabulary_directory, overlay_directory);
  words.compile_all();
  return {std::move(words), Vocabulary::load(vocabulary_directory, overlay_directory), Limits{}};
}

DocumentResult process(const Source& source, const Knowledge& knowledge, const Hints& hints, Diagnostics opening) {
  DocumentResult result{.diagnostics = std::move(opening)};
  Diagnostics& diagnostics = result.diagnostics;
  const Document document = read(source, knowledge.limits, diagnostics);
  const Blocks blocks = lay_out(document, knowledge.words, diagnostics);
  result.outline = find_structure(document, blocks, knowledge.words, diagnostics);
  result.interpretation =
      interpret(source.document_id, document, result.outline, knowledge.vocabulary, hints, diagnostics);
  complete_record(result, source, document);
  return result;
}

}  // namespace muster
