// Why an observation says what it says: the chain from the document's bytes to the value, each step with its evidence, as the dataset
// tells it. `muster explain` prints it.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "dataset/sqlite.h"

namespace muster {

struct ExplanationStep {
  std::string name;   // bytes, document, place, question, table, value, meaning, confidence, findings, corrections, statements
  std::string words;  // one sentence or two
  std::vector<std::pair<std::string, std::string>> evidence;  // what it is, and how it stands in the document or in the dataset
};

struct Explanation {
  std::string observation_id, content_sha256, headline;
  std::vector<ExplanationStep> steps;
};

// The one observation whose id is, or begins with, `id`. Throws std::runtime_error, with what to do, when there is none or several.
std::string find_observation(const Database& database, const std::string& id);

Explanation explain_observation(const Database& database, const std::string& observation_id);

// "measure: 'Leavers' in row header; period: table title" as {"measure", "'Leavers' in row header"}, {"period", "table title"}. Quoted words
// may hold any sign: only the dataset's own names start a new part.
std::vector<std::pair<std::string, std::string>> parts_of_evidence(const std::string& evidence);

}  // namespace muster
