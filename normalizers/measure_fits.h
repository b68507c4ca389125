// Units against measures. Private to normalizers/.
#pragma once

#include <string>

namespace muster {

class Vocabulary;

// Whether a quantity in this unit can be a figure of the measure, or of what the measure means in per cent.
bool fits(const Vocabulary& vocabulary, const std::string& measure, const std::string& printed_unit);

}  // namespace muster
