// Document -> Blocks: lines, columns, reading order, running headers and footers, tables. One chain for pages with
// geometry (lay_out_pages), one for markup trees (lay_out_tags), one for plain text (lay_out_lines).
#pragma once

#include "extractors/read/document_words.h"
#include "schemas/blocks.h"
#include "schemas/diagnostic.h"
#include "schemas/document.h"

namespace muster {

Blocks lay_out(const Document& document, const DocumentWords& words, Diagnostics& diagnostics);

Blocks lay_out_pages(const Document& document, const DocumentWords& words, Diagnostics& diagnostics);
Blocks lay_out_tags(const Document& document, const DocumentWords& words, Diagnostics& diagnostics);
Blocks lay_out_lines(const Document& document, const DocumentWords& words, Diagnostics& diagnostics);

}  // namespace muster
