// Which blocks of a document with pages are headings, and of which level; nesting of list items.
#pragma once

#include <vector>

#include "extractors/read/document_words.h"
#include "schemas/blocks.h"
#include "schemas/document.h"

namespace muster {

// By the file's own tags (H1 … H6) where it has them; else by size, by bold where bold is rare. A line that announces a
// table (document word table_caption) is none.
void find_headings(std::vector<Block>& blocks, const Document& document, float body_size_pt, const DocumentWords& words);

// Levels of list items from their indents: runs of items without anything else between them nest.
void nest_list_items(std::vector<Block>& blocks);

}  // namespace muster
