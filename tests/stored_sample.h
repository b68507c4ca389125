// A small written dataset whose texts hold everything that an export's format could trip over.
#pragma once

#include <filesystem>
#include <string>

#include "dataset/export.h"
#include "dataset/reconcile.h"
#include "tests/dataset_samples.h"
#include "tests/test_directory.h"

namespace muster::samples {

inline const char* const awkward_texts[] = {
    "tab\there, newline\nthere, return\rand both\r\n", "back\\slash \\N \\.", "quotes \" ' `", "comma,semicolon;bar|", "=1+1", "'0012",
    "£ – é 🙂 Ŵŷ", "  blanks around  ", "control \x01\x0B\x1F", "_x0041_ as typed", "<tag> & entity &amp;", "0012", "1e5", "TRUE", "\xEF\xBF\xBE",
};

// A dataset's directory of its own: one letter for each awkward text.
inline std::string stored_dataset(const std::string& name) {
  const std::string directory = test_directory(name).string();
  Batch batch;
  for (const char* text : awkward_texts) {
    DocumentResult result = letter(std::string("letter ") + text);
    result.interpretation.record.source = std::string(text) + ".pdf";
    result.interpretation.record.media_type = "application/pdf";
    result.interpretation.observations[0].quote = text;
    result.interpretation.observations[0].quantity.value = std::to_string(batch.results.size()) + ".1";
    result.interpretation.answers[0].answer = text;
    result.outline.text += text;
    batch.occurrences.push_back({result.interpretation.record.document_id, result.interpretation.record.source});
    batch.results.push_back(std::move(result));
  }
  DocumentResult suppressed = letter("no figure");
  suppressed.interpretation.observations[0].quantity = {.qualifier = "exact", .status = "not_held"};
  suppressed.interpretation.answers[0].answer = std::string(40'000, 'x');  // more than a spreadsheet's cell takes
  batch.occurrences.push_back({suppressed.interpretation.record.document_id, "no figure.pdf"});
  batch.results.push_back(std::move(suppressed));
  export_dataset(reconcile(std::move(batch)), directory);
  return directory;
}

}  // namespace muster::samples
