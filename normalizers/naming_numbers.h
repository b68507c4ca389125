// Numbers that name something and count nothing: dates, references, telephone numbers, sections, grades, labels, ages.
// Private to normalizers/.
#pragma once

#include <vector>

#include "normalizers/tokens.h"

namespace muster {

// One flag for each token: set where the token belongs to such a number. With `whole` the text is a table's cell or the like:
// a first number with a dot is no label, and four digits are no year.
std::vector<bool> naming_numbers(const Tokens& tokens, bool whole);

}  // namespace muster
