// Tables that count pounds in thousands or millions: "£000", "£m".
#pragma once

#include <string>

#include "normalizers/scene.h"

namespace muster {

constexpr int thousands = 3, millions = 6;  // decimal places

// Whether a header or title has a pound sign.
bool counts_money(const TextReading& words);

struct Multiple {
  int places = 0;     // 0: the figure stands for itself
  std::string where;  // as evidence
};

// What the headers, title or notes of the cell say; a figure that bears its own sign for thousands or millions stands for itself.
Multiple multiple_of_pounds(const Scene& scene);

// Whether a text says that pounds are counted so: 3, 6 or 0.
int places_of_pounds(const std::string& text);

// "1.25" with three places more is "1250".
Decimal with_places(const Decimal& value, int places);

}  // namespace muster
