// What a note says that a sign of a table stands for: "* between 1 and 4 people", "c = withheld", "A dash means none".
#pragma once

#include <optional>
#include <string>

#include "normalizers/workforce_words.h"
#include "schemas/observation.h"

namespace muster {

// `symbol` as printed in the cell, in lower case ("-", "*", "c"). Status with the bounds that the note gives for a hidden
// number; nullopt where the note does not speak of the symbol, or in words without a known meaning.
std::optional<Quantity> explained_symbol(const std::string& note, const std::string& symbol, const WorkforceWords& words);

}  // namespace muster
