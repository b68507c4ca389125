// Which words of a sentence, line or cell belong to which of its figures. "77.7 FTE joined and 120.4 FTE left" has the words
// after each figure, "Children's 11.0% / Adults 6.2%" before; "from 18.0 to 11.4 between 2022 and 2025" pairs in order.
#pragma once

#include <vector>

#include "normalizers/text_reading.h"

namespace muster {

// Indices in TextReading::mentions, -1 where the text has no such words for the figure.
struct Bound {
  int figure = -1;  // the quantity itself
  int measure = -1, period = -1, area = -1, service = -1, category = -1, role = -1, grade = -1, unit = -1;
  int area_with = -1;       // "Kent and Medway": the other place of a figure said of both
  bool place_unclear = false;  // places are named, but not in the figures' order
  int shift_years = 0;      // "a year later": the period of the figure before, moved
  int shifted_from = -1;    // mention of that period
  int half = 0;             // "between 2020 and 2021": 1 the figure of its beginning, 2 of its end, 0 of the whole
  bool measure_close = false;  // the measure's words stand next to the figure
  bool two_services = false;   // "children and adults": said of both
  bool opens_course = false;   // "from 24 to 28": the 24, which the time of the sentence is not said of
  bool change = false;         // a difference, not a level
};

// One Bound for each quantity of the reading, in order.
std::vector<Bound> bind(const TextReading& reading, const Vocabulary& vocabulary);

}  // namespace muster
