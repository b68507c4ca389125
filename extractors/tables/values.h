// What the text of a cell looks like, without knowing what it is about.
#pragma once

#include <string_view>

namespace muster {

// A number as tables print them (signs, brackets, separators, currency and per cent included: "(1,234)", "£0.5m", "n.a.",
// "15 455", "12-14"), or a sign that stands for one ("-", "..", ":", "*", "n/a", "x").
bool is_value(std::string_view text);

// A year or a span of years: "1997", "2016/17", "2016-2017", "FY 2003", "(2000)".
bool is_year(std::string_view text);

// Part of a number whose thousands are parted by blanks: "15" before "455".
bool is_thousands_head(std::string_view text);
bool is_thousands_group(std::string_view text);

}  // namespace muster
