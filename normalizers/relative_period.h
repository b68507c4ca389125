// A header that dates its figures by another one: "Last month", "Previous year", "Same quarter last year".
#pragma once

#include <string_view>

#include "schemas/observation.h"

namespace muster {

// Whether the whole text is such words.
bool is_relative_period(std::string_view text);

// The period that the words mean beside the one that the table is of; empty where the two do not fit ("last month" beside a year).
Period relative_period(std::string_view text, const Period& of_table);

// How many years the words of a marker ("a year later": year_after) move; 0 for other markers.
int years_moved(std::string_view marker);

}  // namespace muster
