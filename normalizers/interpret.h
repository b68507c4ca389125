// Outline -> Interpretation: the chain of the normalizers for one document.
//   tell_document (publisher, reference, dates) -> propose -> resolve (once more for tables with rival readings) -> answers -> audit
#pragma once

#include "normalizers/vocabulary.h"
#include "schemas/diagnostic.h"
#include "schemas/document.h"
#include "schemas/result.h"

namespace muster {

// What a manifest says about a file where the file itself is silent. Empty: not said.
struct Hints {
  std::string publisher;  // GSS code or name
  std::string request;    // the requester's own name for the request
  std::string date;       // ISO 8601
  std::string asked;      // the register of requests as CSV: what was asked, for letters that leave it out

  template <class Visitor>
  void fields(Visitor& v) { v(publisher, request, date, asked); }
};

// Where the document's own arithmetic proves a rival reading of a table, the outline's table is put right (choose_readings).
Interpretation interpret(const std::string& document_id, const Document& document, Outline& outline,
                         const Vocabulary& vocabulary, const Hints& hints, Diagnostics& diagnostics);

}  // namespace muster
