// Clauses of a sentence, which part the words of one figure from those of another. Positions are bytes in the sentence. Private to
// normalizers/.
#pragma once

#include <cstddef>
#include <string_view>

namespace muster {

// "Staff costs (salaries, overtime) £8m": whether words that end here stand in a bracket that has closed before the figure.
bool in_closed_bracket(std::string_view sentence, size_t words_end, size_t figure_begin);

// Where the figure's clause ends: "90% work unpaid hours, while half report vacancies".
size_t end_of_clause(std::string_view sentence, size_t figure_end);

// "Raising pay at Grade 9 in order to fill the 14 vacancies": whether a purpose stands between the words and the figure.
bool is_for_a_purpose(std::string_view sentence, size_t words_end, size_t figure_begin);

// Whether another clause begins between the two: "FTE grew to 16, and the vacancy rate fell from 12%".
bool another_clause_begins(std::string_view sentence, size_t from, size_t to);

}  // namespace muster
