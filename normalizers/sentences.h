// Text -> sentences, one line after the other.
#pragma once

#include <string_view>
#include <vector>

#include "schemas/source.h"

namespace muster {

// Spans of the sentences within `text`, without white space at their ends. A forced break ends a sentence; a full stop after
// a known short form ("approx.", "e.g."), an initial or a number that goes on does not.
std::vector<Span> find_sentences(std::string_view text);

}  // namespace muster
