// The name that a line gives to one of its figures: "Northfield" of "Northfield: 14", "Duty" of "Intake 6, Duty 9".
#pragma once

#include <string>

#include "normalizers/text_reading.h"

namespace muster {

// Without list letters and the mark that parts it from the figure; empty where the words before the figure are no label.
// Without a mark only in a line of several figures with capitalised names in front.
std::string label_of_figure(const TextReading& reading, const Mention& figure);

}  // namespace muster
