// The words of a line of text whose cells one blank parts. Private to tables/.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace muster {

using Words = std::vector<std::string_view>;

Words words_of(std::string_view text);

// Without the dots that lead from a label to its first figure: "Kent … 157 170", "Kent . . . 157", "Kent...... 157".
Words words_without_leader(std::string_view text);

std::string text_of(const Words& words, size_t begin, size_t end);

}  // namespace muster
