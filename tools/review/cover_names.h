// Where on a page the names and contact details of persons stand, so that a picture of it can be blacked out there.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extractors/read/document_words.h"
#include "schemas/document.h"
#include "schemas/source.h"

namespace muster {

// Boxes in points of the page as shown: of the words that find_personal_data finds anywhere in the document (dataset/personal_data.h), and of the
// pictures on the page, which may be signatures or faces. Nothing where that cannot be told: the page is one picture whose
// words were not read.
std::optional<std::vector<Box>> boxes_to_cover(const Source& source, int page_number, const DocumentWords& words);

// Of one page, for these words. Words that stand nowhere as a whole (parted by the end of a line) are covered one by one.
std::vector<Box> boxes_of_words(const Page& page, const std::vector<std::string>& words);

}  // namespace muster
