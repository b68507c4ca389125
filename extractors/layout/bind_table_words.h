// Words around a table that belong to it: a title line above, notes below. For markup, where a table knows its own cells only.
#pragma once

#include "extractors/read/document_words.h"
#include "schemas/blocks.h"

namespace muster {

// Fills in Table::title (where it has none) from the block just above when that announces a table ("Table 3: ...") or is a bold
// line of its own, and Table::notes from the blocks just below that begin as notes do or with a mark that the table's
// cells bear. The blocks stay where they are.
void bind_table_words(Blocks& blocks, const DocumentWords& words);

}  // namespace muster
