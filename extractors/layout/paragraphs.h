// Rows -> Blocks: paragraphs joined from their lines, list items with their labels; headings are told afterwards.
#pragma once

#include <vector>

#include "extractors/layout/page_rows.h"
#include "schemas/blocks.h"
#include "schemas/document.h"

namespace muster {

// Hyphenation is undone; a line that ends although the next word would have fitted is a forced break ('\n'). A paragraph
// that runs on over a column or page stays one block, placed at its first part.
std::vector<Block> blocks_from_rows(DocumentRows& rows, const Document& document);

}  // namespace muster
