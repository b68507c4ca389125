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

Extraction extract(const Source& source, const Knowledge& knowledge, Diagnostics opening) {
  Extraction out{.diagnostics = std::move(opening)};
  out.document = read(source, knowledge.limits, out.diagnostics);
  const Blocks blocks = lay_out(out.document, knowledge.words, out.diagnostics);
  out.outline = find_structure(out.document, blocks, knowledge.words, out.diagnostics);
  Document& document = out.document;
  document.styles = {};
  document.pages = {};
  document.tags = {};
  document.lines = {};
  return out;
}

DocumentResult interpret_extraction(const Source& source, Extraction extraction, const Knowledge& knowledge, const Hints& hints) {
  DocumentResult result{{}, std::move(extraction.outline), std::move(extraction.diagnostics)};
  result.interpretation =
      interpret(source.document_id, extraction.document, result.outline, knowledge.vocabulary, hints, result.diagnostics);
  complete_record(result, source, extraction.document);
  return result;
}

DocumentResult process(const Source& source, const Knowledge& knowledge, const Hints& hints) {
  return interpret_extraction(source, extract(source, knowledge), knowledge, hints);
}

}  // namespace muster
