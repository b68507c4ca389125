// Where the newest message of a mail ends and what it answers begins.
#pragma once

#include <vector>

#include "schemas/document.h"

namespace muster {

// Index of the first line (or tag) of what is quoted below the newest message; the size when nothing is, or where answers
// stand between quoted lines.
size_t history_begin(const std::vector<TextLine>& lines);
size_t history_begin(const std::vector<Tag>& tags);

}  // namespace muster
