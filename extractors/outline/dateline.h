// The line over an article that says when it was published: "May 3, 2021 in Adults", "By a reporter on 3 May 2021". Private to outline/.
#pragma once

#include <string_view>

namespace muster {

// Whether the line says nothing but the date in it, its weekday, hour and rubric, who wrote, and how long it takes to read.
// `date` lies within `line`.
bool is_dateline(std::string_view line, std::string_view date);

}  // namespace muster
