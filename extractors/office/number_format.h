// Numbers as a spreadsheet shows them (format codes of ISO/IEC 29500-1, 18.8.31): what is shown is what the authority said.
#pragma once

#include <string>
#include <string_view>

namespace muster {

// Format code of a built-in number format id, British where Excel follows the locale; "General" for unknown ids.
std::string_view built_in_format(int id);

// A number in a format: sections by sign, digits and thousands, scaling, per cent, exponents, text in quotes, currency, dates
// and times. Colours and widths are left out. Rounds halves away from zero on 15 significant digits, as spreadsheets do.
// Fractions and conditions come in General.
std::string shown_number(double value, std::string_view format, bool since_1904 = false);

// The text section of a format ("@" and words around it) applied to a text.
std::string shown_text(std::string_view text, std::string_view format);

}  // namespace muster
