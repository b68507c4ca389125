// The language of a document and of its passages: English, Welsh, or both, told by their commonest words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extractors/outline/passage.h"
#include "extractors/read/document_words.h"
#include "schemas/diagnostic.h"

namespace muster {

// "en" or "cy" by the words of the kinds english_word and welsh_word; empty where a text has too few of either to tell.
std::string language_of_text(std::string_view text, const DocumentWords& words);

// "en", "cy", "en+cy" by the passages; `declared` (the markup's own word) where they do not tell. Welsh passages speak as boilerplate
// from here on, so that no figure is read from them, and leave one diagnostic each (find_structure, welsh_not_read) with their first words.
std::string tell_language(const std::string& declared, std::vector<Passage>& passages, const DocumentWords& words, Diagnostics& diagnostics);

}  // namespace muster
