// Serial dates of spreadsheets as a date format shows them.
#pragma once

#include <string>
#include <vector>

#include "extractors/office/format_tokens.h"

namespace muster {

// `serial`: days since 30 December 1899 (from March 1900 on), or since 1 January 1904. Empty for serials out of range
// (negative, or after the year 9999).
std::string shown_date(double serial, const std::vector<FormatToken>& tokens, bool since_1904);

}  // namespace muster
