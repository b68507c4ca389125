// How alike two wordings are: runs of three words (shingles), which keep the order of words within them.
// Broder, "On the resemblance and containment of documents" (1997).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace muster {

using Shingles = std::vector<uint64_t>;  // sorted, each once

// Words are compared without case and punctuation. A wording of one or two words is one shingle.
Shingles shingles_of(std::string_view wording);

// Both together.
Shingles united(const Shingles& a, const Shingles& b);

size_t shared_shingles(const Shingles& a, const Shingles& b);

// Share of the smaller one's shingles that the other has too, 0 to 1: 1 where one wording is a part of the other.
double containment(const Shingles& a, const Shingles& b);

}  // namespace muster
