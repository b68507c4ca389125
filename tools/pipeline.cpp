#include "tools/pipeline.h"

#include <algorithm>
#include <utility>

#include "extractors/layout/lay_out.h"
#include "extractors/outline/find_structure.h"
#include "extractors/read/read.h"
#include "tools/document_record.h"
#include "tools/register.h"

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

namespace {

// A letter that leaves its questions out, once it is known who wrote it: the register may say what was asked.
bool take_wordings(const Hints& hints, const Knowledge& knowledge, DocumentResult& result) {
  const bool silent = !result.outline.exchanges.empty() && std::ranges::all_of(result.outline.exchanges, [](const Exchange& e) { return e.question.empty(); });
  if (hints.asked.empty() || !silent) return false;
  const Register record = parse_register(hints.asked, "the register of requests", knowledge.vocabulary);
  return state_wordings(record, result.interpretation.record.publisher_code, result.outline);
}

}  // namespace

DocumentResult interpret_extraction(const Source& source, Extraction extraction, const Knowledge& knowledge, const Hints& hints) {
  DocumentResult result{{}, std::move(extraction.outline), std::move(extraction.diagnostics)};
  const Diagnostics as_read = result.diagnostics;
  const auto tell = [&] {
    result.interpretation = interpret(source.document_id, extraction.document, result.outline, knowledge.vocabulary, hints, result.diagnostics);
  };
  tell();
  if (take_wordings(hints, knowledge, result)) {
    result.diagnostics = as_read;
    result.diagnostics.add({.stage = "resolve", .code = "question_from_register", .severity = Severity::info, .raw = {},
                            .message = "the letter leaves its questions out; their words are those of the register of requests"});
    tell();
  }
  complete_record(result, source, extraction.document);
  return result;
}

DocumentResult process(const Source& source, const Knowledge& knowledge, const Hints& hints) {
  return interpret_extraction(source, extract(source, knowledge), knowledge, hints);
}

}  // namespace muster
