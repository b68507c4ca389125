// The row of documents.csv, completed with what the source and the reading of it tell.
#pragma once

#include "schemas/document.h"
#include "schemas/result.h"
#include "schemas/source.h"

namespace muster {

// Identity, size, form and outcome of the document; what the normalizers told stays as it is.
void complete_record(DocumentResult& result, const Source& source, const Document& document);

// The row of a document that could not be read at all, with the reason (for a person) and a diagnostic.
DocumentResult failed_result(const Source& source, const std::string& code, const std::string& reason);

}  // namespace muster
