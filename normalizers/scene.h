// A candidate with everything around it read: what each dimension is told from.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "normalizers/bind.h"
#include "normalizers/discourse.h"
#include "normalizers/table_facts.h"
#include "normalizers/text_reading.h"
#include "schemas/observation.h"
#include "schemas/outline.h"

namespace muster {

// Texts are read once, however many cells stand under the same header.
class ReadingCache {
 public:
  explicit ReadingCache(const Vocabulary& vocabulary) : vocabulary_(vocabulary) {}
  struct Entry {
    TextReading reading;
    std::vector<Bound> bound;
    std::string unknown;
  };
  const Entry& of(const std::string& text, TextKind kind = TextKind::words);
  // Whether cells of the column hold a figure and another in brackets, so that the header's bracket speaks of those.
  bool column_has_brackets(const Outline& outline, int table, int col);
  const TableFacts& facts(const Outline& outline, int table);

 private:
  const Vocabulary& vocabulary_;
  std::map<std::pair<TextKind, std::string>, std::unique_ptr<Entry>> entries_;
  std::map<std::pair<int, int>, bool> brackets_;  // by table and column
  std::map<int, TableFacts> facts_;               // by table
};

// One surrounding text, read.
struct Around {
  ContextKind kind = ContextKind::sentence;
  int distance = 0;
  const TextReading* words = nullptr;
  std::string_view unknown;  // words without a known meaning
};

struct Scene {
  const Candidate* candidate = nullptr;
  const Outline* outline = nullptr;
  const DocumentRecord* record = nullptr;
  const Vocabulary* vocabulary = nullptr;
  const Discourse* discourse = nullptr;    // places that the document names, for one by an outsider
  std::string_view document_service;       // the one service that the whole document speaks of; empty when several or none
  const TextReading* own = nullptr;            // the cell, line or sentence that carries the figure
  const Mention* figure = nullptr;         // the quantity or absence in it
  const QuantityMatch* quantity = nullptr; // null for an absence
  std::string_view own_unknown;            // words of the own text without a known meaning
  const Bound* bound = nullptr;            // own words that belong to the quantity; null for an absence
  const std::vector<Bound>* all_bound = nullptr;  // of all figures of the own text, in order
  std::string label;                       // "CLA" of "CLA - 16 social workers": the name in front of the figure
  int ordinal = 0, figures = 0;            // which of how many figures of the own text
  std::vector<Around> around;              // column headers, row headers, section, stub, title, notes, before, questions, headings

  std::optional<Around> column_words;      // headers of several levels over the cell as one text, the outermost first
  const TableFacts* facts = nullptr;       // of the table; null outside of tables
  std::vector<Around> statements;          // sentences near a table on how it counts and what its signs mean, nearest first

  bool in_table() const { return candidate->table >= 0; }
  bool in_prose() const { return candidate->basis == Basis::narrative; }
  // The own text's mention that belongs to the figure; null where there is none.
  const Mention* own_mention(int index) const {
    return index < 0 ? nullptr : &own->mentions[static_cast<size_t>(index)];
  }
};

// `figure` is null when the candidate does not stand where its own text has a figure or an absence.
Scene make_scene(const Candidate& candidate, const Outline& outline, const DocumentRecord& record, const Vocabulary& vocabulary,
                 ReadingCache& cache);

// Headers, section rows, title and notes of a figure's table.
bool belongs_to_table(ContextKind kind);

std::string_view name_of(ContextKind kind);

// "measure: 'vacancies' in the column header": one phrase for each dimension, parted by "; ".
void add_evidence(Observation& observation, std::string_view dimension, std::string_view how);
std::string words_of(const TextReading& reading, const Mention& mention);

}  // namespace muster
