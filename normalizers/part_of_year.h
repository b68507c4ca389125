// A header that names a part of a year without the year: "Q1", "Quarter 3 (Oct–Dec)", "Apr–Jun", "September".
#pragma once

#include <string>
#include <string_view>

#include "schemas/observation.h"

namespace muster {

// Whether the whole text names a quarter, a month or months, and no year.
bool is_part_of_year(std::string_view text);

// The part within the year as printed elsewhere ("2023/24", "2023"). Empty where the two do not settle it: the first quarter
// of a bare year is one of the calendar or of the financial year.
Period part_of_year(std::string_view part, std::string_view year);

// A single month within the stretch that stands elsewhere ("Sep" within "April to September 2024"). Empty where the stretch has
// no such month or more than one.
Period month_within(std::string_view part, const Period& stretch);

}  // namespace muster
