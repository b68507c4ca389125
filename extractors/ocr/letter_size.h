// Private to extractors/ocr: from boxes of words to sizes of fonts and boxes of letters.
#pragma once

#include <string_view>
#include <vector>

#include "schemas/geometry.h"

namespace muster {

// Font size in points of a word, from its height and from which of its letters rise or hang.
float size_of_word(std::string_view text, const Box& box);

// `count` boxes that fill `word` from left to right. They begin where `begins` says when that is one place for each and in
// order; else they are equally wide.
std::vector<Box> touching_boxes(std::vector<float> begins, const Box& word, size_t count);

}  // namespace muster
