// A number format code cut into its parts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace muster {

struct FormatToken {
  enum class Kind { literal, digit, point, comma, percent, exponent, slash, text, date, elapsed, half_day, general } kind = Kind::literal;
  std::string text;  // as it stands; `date`: a run of one letter ("yyyy", "mm"), `elapsed`: "h", "m" or "s" of "[h]"
};

// Sections for positive, negative, zero and text, parted by ';' outside of quotes.
std::vector<std::string_view> format_sections(std::string_view format);

// Colours, widths and fills are left out; "[$£-809]" is its currency sign.
std::vector<FormatToken> format_tokens(std::string_view section);

bool is_general(const std::vector<FormatToken>& tokens);
bool is_date_format(const std::vector<FormatToken>& tokens);

// "[>=100]": sections chosen by comparison.
bool has_condition(std::string_view format);

}  // namespace muster
