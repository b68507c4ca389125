// What stands between a figure and words that may belong to it.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "normalizers/text_reading.h"

namespace muster {

struct Gap {
  std::vector<std::string> words;
  bool comma = false, stop = false;  // stop: semicolon, slash, newline
};

// The text between two places without bracketed asides and without words that only describe (units, roles, services; measures
// too where a place is looked for: "66 vacant posts in Newtown").
Gap gap_between(const TextReading& reading, size_t begin, size_t end, bool skip_measures = false);

// Words that may stand between words and the figure after them, and between a figure and the words after it.
extern const std::set<std::string, std::less<>> before_links, after_links;

// Whether nothing but such words stands in the gap: longer stretches and commas are clauses of their own.
bool links(const Gap& gap, const std::set<std::string, std::less<>>& allowed);

// "Children's Services 3 Adult Services 2": what stands between a name and its figure, without a verb.
bool ends_name(std::string_view between);

// "5 apprentices and we will bid for more in 2025": what stands between a figure and the year of a plan in the clause after it.
bool opens_plan(std::string_view between);

}  // namespace muster
