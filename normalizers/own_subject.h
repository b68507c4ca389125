// What a figure of an answer counts by the words next to it: nothing of its own ("14 at the time", "Northfield: 14", "There
// were 14 staff"), so that the question says it, or another subject ("14 districts", "The whole budget is £14m").
#pragma once

#include <string>
#include <string_view>

#include "normalizers/text_reading.h"

namespace muster {

// The words without a known meaning that make the subject of the quantity mentioned at `figure`; empty where it has none.
// Read are its own clause up to it, without a label or a phrase that only says where or when, and the noun after it.
std::string own_subject(const TextReading& reading, const Mention& figure, const Vocabulary& vocabulary);

}  // namespace muster
