// Word 97-2003 documents (DOC) -> Document::tags with the names that read_docx.h lists.
#pragma once

#include "extractors/read/limits.h"
#include "schemas/diagnostic.h"
#include "schemas/document.h"
#include "schemas/source.h"

namespace muster {

// Numbering as the label that a reader sees; deleted text left out; text boxes, footnotes and endnotes at the end; headers and
// footers around the body, each wording once. Tables within tables are read as text of their cell.
Document read_doc(const Source& source, const Limits& limits, Diagnostics& diagnostics);

}  // namespace muster
