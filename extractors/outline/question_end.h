// Where a question ends and its answer begins, when both stand in one passage.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "extractors/read/document_words.h"

namespace muster {

// Bytes of `text` that are the question when its wording is not known from elsewhere. `followed`: more text follows before
// the next question, so that the answer may stand there.
size_t question_length(std::string_view text, bool followed, const DocumentWords& words);

// Bytes of `text` that repeat `wording`, which the request has stated; 0 when the text answers at once.
size_t repeated_length(std::string_view text, std::string_view wording);

// Of "… in the a) public sector, b) private sector": the words of part b.
std::string inline_part(std::string_view wording, char letter);

}  // namespace muster
