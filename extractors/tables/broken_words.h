// Words of narrow columns that break over lines: "Vacan-" over "cies" is one word where the document prints it whole anywhere.
#pragma once

#include <set>
#include <string>

#include "extractors/tables/page_view.h"
#include "schemas/table.h"

namespace muster {

// Folded words of the view without marks around them; those with a hyphen keep it.
void take_words(const PageView& view, std::set<std::string>& words);

// Takes the hyphen out of such words in a table's headers and labels.
void mend_broken_words(Table& table, const std::set<std::string>& words);

}  // namespace muster
