// Structure elements of a tagged PDF that make blocks: which one a word belongs to, and whether to believe it.
#pragma once

#include <string_view>
#include <vector>

#include "schemas/document.h"

namespace muster {

// Whether a structure type names a block of text ("P", "H2", "LI", "TD"), not a part of one ("Span", "Link") nor a group.
bool is_block_tag(std::string_view name);

// For every tag the nearest block-level tag at or above it; -1 when there is none. A list item's label and body
// count as the item.
std::vector<int> block_tags(const Document& document);

// Trees lie: a whole page in one element, everything marked TD. A page's tags are believed when nearly all of its text
// has a block-level tag, several share the page, and they follow the order in which the page is drawn.
bool tags_can_be_trusted(const Page& page, const std::vector<int>& block_of_tag);

// 1..6 for "H1".."H6", "H" and "Title" count as 1; 0 otherwise.
int heading_level(std::string_view tag_name);

}  // namespace muster
