#include "tools/answers.h"

#include <iostream>
#include <nlohmann/json.hpp>

#include "extractors/layout/lay_out.h"
#include "extractors/outline/find_structure.h"
#include "extractors/read/expand.h"
#include "extractors/read/read.h"
#include "schemas/text.h"
#include "tools/inputs.h"

namespace muster {
namespace {

using nlohmann::ordered_json;

ordered_json exchange_json(const Exchange& e, const Outline& outline) {
  std::vector<std::string> notes;
  for (const int note : e.note_nodes) notes.emplace_back(outline.slice(outline.nodes[static_cast<size_t>(note)].span));
  return {{"request", e.request}, {"position", e.position}, {"number", e.number}, {"question", e.question},
          {"preamble", e.preamble}, {"parent_question", e.parent_question}, {"answer", e.answer},
          {"explained_elsewhere", e.explained_elsewhere}, {"notes", notes}};
}

ordered_json outline_json(const std::string& path, const Outline& outline) {
  ordered_json out = {{"file", path}, {"document_type", outline.document_type}};
  out["exchanges"] = ordered_json::array();
  for (const Exchange& e : outline.exchanges) out["exchanges"].push_back(exchange_json(e, outline));
  out["actions"] = ordered_json::array();
  for (const Action& a : outline.actions)
    out["actions"].push_back({{"item", a.item}, {"recommendation", a.recommendation}, {"action", a.action},
                              {"responsibility", a.responsibility}, {"timescale", a.timescale}, {"status", a.status},
                              {"damaged", a.damaged}});
  out["facts"] = ordered_json::array();
  for (const Fact& f : outline.facts) out["facts"].push_back({{"name", f.name}, {"value", f.value}});
  return out;
}

void print_text(const std::string& path, const Outline& outline) {
  std::cout << path << "  (" << (outline.document_type.empty() ? "type unknown" : outline.document_type) << ")\n";
  for (const Exchange& e : outline.exchanges) {
    std::cout << (e.number.empty() ? "-" : e.number) << "\tQ  " << single_spaced(e.question) << "\n";
    std::cout << "\tA  " << (e.answer.empty() ? "(unanswered)" : e.answer) << "\n";
    for (const int note : e.note_nodes)
      std::cout << "\tN  " << outline.slice(outline.nodes[static_cast<size_t>(note)].span) << "\n";
  }
  std::cout << "\n";
}

// What one file holds: itself, or the documents in it where it has nothing to say itself.
size_t tell_file(const std::string& path, const AnswersOptions& options, const DocumentWords& words, ordered_json& all) {
  Diagnostics diagnostics;
  size_t told = 0;
  std::string failure;
  for (const Source& source : expand(load_source({.path = path, .source = path}, Limits{}.source_bytes), Limits{}, diagnostics)) {
    const Document document = source.read_error.empty() ? read(source, Limits{}, diagnostics) : Document{.failure = source.read_error};
    if (failure.empty()) failure = document.failure;
    const bool empty = document.pages.empty() && document.tags.empty() && document.lines.empty();
    if (!document.failure.empty() || empty) continue;
    const Outline outline = find_structure(document, lay_out(document, words, diagnostics), words, diagnostics);
    ++told;
    if (options.json) all.push_back(outline_json(source.name, outline));
    else print_text(source.name, outline);
  }
  if (told == 0) std::cerr << "muster: " << path << ": " << (failure.empty() ? "nothing to read in it" : failure) << "\n";
  return told;
}

}  // namespace

int answers(const AnswersOptions& options) {
  const DocumentWords words = DocumentWords::load(options.vocabulary_directory, options.overlay_directory);
  ordered_json all = ordered_json::array();
  size_t failed = 0;
  for (const std::string& path : options.files) failed += tell_file(path, options, words, all) == 0;
  if (options.json) std::cout << all.dump(1, ' ', false, ordered_json::error_handler_t::replace) << "\n";
  if (failed == 0) return 0;
  return failed < options.files.size() ? 3 : 4;
}

}  // namespace muster
