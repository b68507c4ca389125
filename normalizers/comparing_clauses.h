// Clauses of a sentence that compare or contrast: "down to 17 now, from 23 in March 2022", "14 cases, where the average in May
// 2015 was 20.5". What is named in one belongs to the figures in it. Private to normalizers/.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace muster {

struct Clause {
  size_t begin = 0, end = 0;  // bytes in the text
  bool aside = false;         // "the council, rated inadequate in 2018, had 52": says more of a noun, nothing of the figures around
  bool holds(size_t at) const { return at >= begin && at < end; }
};

// Whether nothing but "of" parts words that end at the first place from the figure at the second: "a payment of £1,500".
bool leads_to(std::string_view text, size_t end_of_words, size_t figure);

// Those that compare in order, then the asides.
std::vector<Clause> comparing_clauses(std::string_view text);

}  // namespace muster
