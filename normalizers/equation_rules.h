// schemas/vocabulary/equations.csv, read: how measures hang together. No measure is named in the code; a row of data adds one.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "normalizers/vocabulary_layers.h"
#include "normalizers/workforce_words.h"

namespace muster {

enum class EquationKind {
  sum,      // parts of a table's row or column = its total (no row of data: holds for every measure that adds up)
  rate,     // factor * terms / divisor = result
  whole,    // sum of the terms = result
  part,     // result is a part of the terms
  shares,   // results over a split = factor
  running,  // running total of the terms over a split = result
  order,    // result rises with the split
};

struct EquationRule {
  std::string name;
  EquationKind kind = EquationKind::rate;
  std::string result;
  std::vector<std::string> terms, divisor;
  double factor = 1;
  std::string split;      // name of a breakdown
  bool standard = false;  // the definition of official statistics

  // "vacancy / (vacancy + inpost)"
  std::string words() const;
};

// Rows in the file's order. Throws std::runtime_error "FILE:LINE: what is wrong" for an unknown kind or measure, or a part that is missing.
std::vector<EquationRule> load_equation_rules(const VocabularyLayers& layers, const WorkforceWords& words);

}  // namespace muster
