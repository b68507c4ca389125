// Where a table has rival readings of the same words, arithmetic may prove one of them: the one under which sums and rates hold
// that fail, or cannot even be set up, under the first reading. Without proof the first reading stays, flagged as it is.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "normalizers/vocabulary.h"
#include "schemas/observation.h"
#include "schemas/outline.h"

namespace muster {

// The observations that the table with this index yields in an outline.
using ObserveTable = std::function<std::vector<Observation>(const Outline&, int table)>;

struct ProvenReading {
  std::string table_id;
  std::string proof;       // the equations that hold, in words
  std::string evidence;    // why the rival was thought of
  std::vector<std::pair<int, int>> cells;  // row and column of every cell that changed
};

// Puts proven readings into the outline's tables: a changed cell keeps its first reading in text_as_read, and its span is
// the hull of all cells that share the words. Deterministic: tables in order, rivals in order, a later one must prove more.
std::vector<ProvenReading> choose_readings(Outline& outline, const Vocabulary& vocabulary, const ObserveTable& observe);

}  // namespace muster
