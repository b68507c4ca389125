// How sure an observation is: points for the kind of place it stands in, fewer for every doubt and more for every proof that
// applies (schemas/vocabulary/confidence.csv). Points are log-odds: 0 is one half, 2.2 is 0.9, 4.6 is 0.99. What the figures promise is
// measured: docs/confidence.md.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "normalizers/equations.h"
#include "normalizers/pattern.h"
#include "normalizers/vocabulary_layers.h"
#include "schemas/observation.h"

namespace muster {

struct ConfidenceRule {
  std::string reason;     // as it is told in the evidence
  std::string dimension;  // of the evidence, or basis, status, check
  Pattern pattern;        // on how the dimension was told
  std::string only;       // basis for which it holds; empty: any
  double points = 0;
};

// Rows in the file's order; a row of the overlay with the same reason takes the place of the shipped one.
// Throws std::runtime_error "FILE:LINE: what is wrong".
std::vector<ConfidenceRule> load_confidence_rules(const VocabularyLayers& layers);

// What the whole document says of its figures.
struct Understanding {
  size_t refused = 0;  // places with figures that were not understood
};

// Sets confidence and review (needs_review where hardly sure), and adds the reasons to the evidence.
void grade(const std::vector<Equation>& equations, const Understanding& understanding, const Vocabulary& vocabulary,
           std::vector<Observation>& observations);

// How a dimension was told: "'12 FTE' in column header"; "unstated" where it is empty, "not said" where it has a value without evidence.
std::string told_how(const Observation& observation, std::string_view dimension);

}  // namespace muster
