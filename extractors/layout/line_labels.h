// Numbers, letters and bullets at the front of a line of plain text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace muster {

struct LabelledText {
  std::string label;       // as printed: "1.", "2.a)", "(iii)", "Q1", "1.2", "\u2022"; "" where there is none
  std::string_view text;   // the rest, trimmed
};

// A bullet before a number ("- 1.1 Members are …") gives way to the number. A bare dotted number ("1.1 Members") is not taken
// for a label here, as it may be a figure ("11.3 WTE"): see dotted_number.
LabelledText split_label(std::string_view text);

// The dotted number at the front ("2.1" of "2.1 Members are asked"), empty when there is none. With or without bullet.
LabelledText split_dotted_number(std::string_view text);

// Which of the dotted numbers, in reading order, count on from one another (1.1 1.2 … 2.0 2.1) and so are labels.
std::vector<bool> in_sequence(const std::vector<std::string>& dotted_numbers);

bool is_bullet(std::string_view label);

}  // namespace muster
