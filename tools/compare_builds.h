// Two builds -> what changed from one to the other, row by row, and why.
#pragma once

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "dataset/sqlite.h"

namespace muster {

// What two runs have not in common, as their run.json tell it.
struct RunDifference {
  std::set<std::string> causes;     // of program, vocabulary, option: what may change the rows of a document that is in both
  std::vector<std::string> words;   // each difference for a person: "vocabulary: 8282fd00 then 91be4c02"
};

// Texts of run.json; an empty or unsound one tells nothing.
RunDifference compare_runs(const std::string& old_run, const std::string& new_run);

struct CellChange {
  std::string column, old_text, new_text;
};

enum class ChangeKind { added, removed, changed };

struct Change {
  std::string table;        // documents, observations, answers, actions, findings
  ChangeKind kind = ChangeKind::changed;
  std::string why;          // input, program, vocabulary, option, correction; several that cannot be told apart joined by " or "; unexplained
  std::string source;       // of the document
  std::string old_id, new_id;
  std::string label;        // what the row is about, for a person
  std::vector<CellChange> cells;  // of changed rows
};

struct BuildDifference {
  std::vector<Change> changes;  // by document (new builds' first), then by table and place
  size_t same_observations = 0;
};

// Rows are matched by identity, else by their document and place, where that is unmistakable. A document whose source is the same and whose
// bytes are not counts as the same document with other content.
BuildDifference compare_builds(const Database& old_build, const Database& new_build, const RunDifference& runs);

// Whether only confidence, evidence or the place on the page moved: the row says what it said.
bool says_the_same(const Change& change);

const char* name_of(ChangeKind kind);

}  // namespace muster
