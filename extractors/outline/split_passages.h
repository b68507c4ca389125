// Parts passages of a letter further where one of them holds several roles: a label and its text on one line
// ("Request: how many …"), a printed line that begins with a number, a number in mid-line ("… months. 2. How many …"),
// a series in brackets ("… were: (1) … (2) …"), and a value at the end of a line of dots.
#pragma once

#include <vector>

#include "extractors/outline/passage.h"
#include "extractors/read/document_words.h"

namespace muster {

std::vector<Passage> split_passages(const std::vector<Passage>& passages, const DocumentWords& words);

// Whether "Answer: 14" stands under question after question: then the word marks an answer and heads no part of the letter.
bool answers_are_marked(const std::vector<Passage>& passages, const DocumentWords& words);

}  // namespace muster
