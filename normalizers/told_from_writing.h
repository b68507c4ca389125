// Times told from the day of writing: "in September last year", "last May", "at the start of this year",
// "by the end of June". Private to normalizers/.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "schemas/observation.h"

namespace muster {

// The first such time in the words, a month or a day, for a text written on the date (ISO 8601, at least its month). "Last year" and
// "this year" alone name no certain period and give none.
std::optional<Period> told_from_writing(std::string_view words, const std::string& written_on);

// "8.3% this year", "12 last year": the year said right after a figure, for a text written on the date.
std::optional<Period> year_said_after(std::string_view after_figure, const std::string& written_on);

}  // namespace muster
