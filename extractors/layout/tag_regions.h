// Which part of a web page an element belongs to, told by what it says of itself: element name, role, class and id words,
// the share of its text that is links. Never by site.
#pragma once

#include <vector>

#include "extractors/read/tag_tree.h"
#include "schemas/blocks.h"

namespace muster {

// One region for each tag. Whatever holds most of the page's words, its <main> or its only <h1> is never furniture.
std::vector<Region> regions_of(const TagTree& tree);

}  // namespace muster
