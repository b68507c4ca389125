// The same fact said twice in one document: exactly in a table, rounded or undated in the words around it.
#pragma once

#include <string_view>
#include <vector>

#include "normalizers/workforce_words.h"

#include "schemas/observation.h"

namespace muster {

// An undated figure of prose that equals exactly one dated figure of the document, to the digit and in all that is told of
// it, takes that figure's period and team.
// Figures beside it in the sentence are of the same time. Dates that only came from the sentence before count as none.
void date_from_repeats(std::vector<Observation>& observations, const WorkforceWords& words);

// One place, one fact: a second reading of the same words is left out.
void drop_same_place(std::vector<Observation>& observations);

// "We do not hold this for 2015" under a table whose cells say so: a sentence of absence stands back where figures or absences
// of the same measure are given in answer to the same question.
void drop_explained_absences(std::vector<Observation>& observations);

// Sets `repeats` to the id of the first statement of the fact.
void mark_repeats(std::vector<Observation>& observations);

// "It would exceed the limit. Section 12 applies.": one refusal in two sentences is one row. After mark_repeats.
void drop_repeated_absences(std::vector<Observation>& observations);

}  // namespace muster
