// Operations on UTF-8 text that every stage needs. White space here means ASCII white space and U+00A0; case means ASCII
// case (readers have already put text into NFC and turned ligatures and odd blanks; see extractors/read/clean_text.h).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace muster {

std::string_view trimmed(std::string_view text);

// Every run of white space (newlines included) as one blank, none at the ends.
std::string single_spaced(std::string_view text);

std::string ascii_lower(std::string_view text);

// Pieces between separators, empty pieces kept: split("a||b", '|') is {"a", "", "b"}; split("", c) is {}.
std::vector<std::string_view> split(std::string_view text, char separator);

std::string joined(const std::vector<std::string>& pieces, std::string_view separator);

bool is_digit(char c);
bool is_letter(char c);  // ASCII

// Key under which two wordings count as the same: lower case, letters and digits only, one blank between words,
// "&" as "and", typographic apostrophes dropped with straight ones ("Children's" and "Childrens" agree).
std::string folded(std::string_view text);

// Code points in UTF-8 text; a stray byte counts as one.
size_t code_points(std::string_view text);

}  // namespace muster
