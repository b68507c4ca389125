// Lines that a text draws with signs, "-------" and columns of ":" or "|" on typewriter pages -> rulings.
#pragma once

#include <vector>

#include "extractors/tables/page_view.h"

namespace muster {

// Takes the words that only draw a line out of the words and gives them back as rulings.
std::vector<Ruling> rules_of_signs(std::vector<TableWord>& words);

}  // namespace muster
