// Which part of a question a period belongs to. Private to normalizers/.
#pragma once

#include <string_view>

#include "normalizers/text_reading.h"

namespace muster {

// "How many posts are vacant? Please add the number of locums in 2023/24": the year is of the sentence on other things, where another
// sentence asks for this measure.
bool is_of_other_sentence(const TextReading& question, const PeriodMatch& period, std::string_view measure);

}  // namespace muster
