// Sentences near a table that say how it is to be read: how its figures count ("Posts and people are FTE"), what its signs
// stand for ("- none"). They may stand paragraphs before it, or under it.
#pragma once

#include <string_view>
#include <vector>

#include "normalizers/surroundings.h"
#include "schemas/observation.h"

namespace muster {

// Whether a clause says that figures count in FTE or in people.
bool states_unit(std::string_view clause);

// Whether a clause says that figures are averages ("Sickness is the average number of days lost").
bool states_average(std::string_view clause);

// Whether a clause on units speaks of figures in general, so that it holds for later sections too ("Unless said otherwise, numbers
// of staff are full-time equivalents").
bool states_unit_throughout(std::string_view clause);

// Contexts of kind `statement`, nearest first; those of the table's own section come before those said once for the paper.
std::vector<Context> statements_about(const Outline& outline, const Surroundings& surroundings, int table_node);

// Sentences of the answer that a paragraph belongs to which say how its figures count: "These are people, not full-time equivalents."
std::vector<Context> statements_in_answer(const Outline& outline, const Surroundings& surroundings, int node);

}  // namespace muster
