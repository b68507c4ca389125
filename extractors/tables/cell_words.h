// What kind of thing a table cell's words are, without knowing what the table is about.
#pragma once

#include <string_view>

#include "extractors/read/document_words.h"

namespace muster {

enum class CellWords {
  blank,
  value,   // a number with sign, unit or mark; or what stands for one: "-", "n/a", "<5"
  period,  // a year, month, quarter or date: label as often as value
  range,   // "18-25", "65+": a label when a whole row or column is such
  figure,  // words around a figure: "up to £38,000", "Children's 11.0%"
  words,
};

CellWords words_in_cell(std::string_view text, const DocumentWords& words);

}  // namespace muster
