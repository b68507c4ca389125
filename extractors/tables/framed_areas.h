// Rules of one extent, one under the other -> the tables that they bound. Most printed tables have no other lines: a rule
// over the header, one under it, one at the end, and perhaps one under each row.
#pragma once

#include <vector>

#include "extractors/read/document_words.h"
#include "extractors/tables/aligned.h"

namespace muster {

// Candidates among the words of the view that are free, those with the most rules for their rows first: a frame around
// several tables comes after each of them. Unlike an open area (areas.h) a framed one
// holds all text between its rules, running text in its cells included.
std::vector<Area> find_framed_areas(const PageView& view, const std::vector<bool>& free, const DocumentWords& document_words);

}  // namespace muster
