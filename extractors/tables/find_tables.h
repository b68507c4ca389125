// Tables of a document with pages: a chain of named list-to-list steps (words, edges, intersections, cells, tables), each
// in its own file. For every place of a page the tagged, the ruled and the aligned reading are rivals; the best evidence wins.
#pragma once

#include <vector>

#include "extractors/read/document_words.h"
#include "schemas/diagnostic.h"
#include "schemas/document.h"
#include "schemas/table.h"

namespace muster {

// Tables in reading order with their ids ("t1", "t2", ...), cells, title and notes. Tables that run over pages are joined.
std::vector<Table> find_tables(const Document& document, const DocumentWords& words, Diagnostics& diagnostics);

}  // namespace muster
