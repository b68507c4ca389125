// Outline facts and hints -> the document's own row: who wrote it, its reference, its dates.
#pragma once

#include "normalizers/interpret.h"
#include "normalizers/vocabulary.h"
#include "schemas/diagnostic.h"
#include "schemas/document.h"
#include "schemas/observation.h"
#include "schemas/outline.h"

namespace muster {

// Fills document_id, document_type, language, publisher_*, reference, request_date, response_date, meeting_date and title;
// identity and outcome are the pipeline's. Dates are ISO 8601 days (or months, where no more is printed). What the document
// does not say is taken from the hints, and else left empty.
DocumentRecord tell_document(const std::string& document_id, const Document& document, const Outline& outline,
                             const Vocabulary& vocabulary, const Hints& hints, Diagnostics& diagnostics);

}  // namespace muster
