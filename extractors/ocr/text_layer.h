// Whether the text that a PDF page carries is what a reader sees on it.
#pragma once

#include <string>

#include "schemas/document.h"

namespace muster {

enum class TextLayer {
  drawn,    // letters drawn on the page, or nothing to be read
  missing,  // a picture covers most of the page and hardly a letter is drawn
  hidden,   // a picture with invisible text over it: somebody's OCR
};

TextLayer text_layer_of(const Page& page);

// The letters of all invisible runs.
std::string hidden_text(const Page& page);

// Whether the letters are spread as in words and figures of a language that the Latin alphabet writes.
bool reads_like_text(std::string_view text);

// Share (0 to 1) of the longer words and the figures of one text that the other has too.
double shared_words(std::string_view one, std::string_view other);

}  // namespace muster
