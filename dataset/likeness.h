// How much of their wording two texts share, told from small sketches: the lowest hashes of the runs of words in each text.
// A. Z. Broder, On the resemblance and containment of documents (1997).
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace muster {

// The same on every machine.
uint64_t hash_of_words(std::string_view text);

// Lowest hashes, rising, each once. Case, white space and punctuation play no part.
using Sketch = std::vector<uint64_t>;

Sketch sketch_of(std::string_view text);

// Estimated share of the runs of words of either text that both have, 0 to 1; good to a few hundredths.
double likeness(const Sketch& a, const Sketch& b);

}  // namespace muster
