// List definitions of a Word 97-2003 document, as the numbering part of a DOCX would state them.
#pragma once

#include <vector>

#include "extractors/office/doc_file.h"
#include "schemas/document.h"

namespace muster {

// For DocxNumbering: the use number of a list is its numId.
std::vector<Tag> doc_numbering(const DocFile& file);

}  // namespace muster
