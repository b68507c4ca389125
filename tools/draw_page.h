// A page as the program sees it, as SVG: text in its place, rulings, shadings, blocks in reading order, table cells.
#pragma once

#include <string>

#include "schemas/blocks.h"
#include "schemas/document.h"

namespace muster {

// `blocks` may be empty: then only what was read is drawn. Throws std::runtime_error when the document has no such page.
std::string draw_page(const Document& document, const Blocks& blocks, int page_number);

}  // namespace muster
