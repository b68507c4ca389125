// The words of the workforce, compiled: what a measure is called, who works, in which service, how things are counted.
// Data: schemas/vocabulary/{measures,measure_patterns,services,worker_categories,roles,units,breakdowns,symbol_meanings,
// markers,team_words,narrowing_words,revisions,subjects,neutral_words,word_groups}.csv. Adding a measure is a row in measures.csv and one in measure_patterns.csv.
#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "normalizers/pattern.h"
#include "normalizers/vocabulary_layers.h"

namespace muster {

struct Measure {
  std::string code, label;
  std::string kind;                // stock, flow, year_rate, price
  std::vector<std::string> units;  // families: people, percent, cases_per_worker, count, money, days, weeks
  std::string default_unit;        // of figures that are printed bare; empty: unstated
  std::string percent_measure;     // what the same words mean with a per cent figure; empty: nothing
  std::string count_measure;       // what the words of a rate mean with a count; empty: nothing
  std::string worker_category;     // what the measure itself implies
  bool adds_up = false;            // figures of parts add up to that of the whole
  double most = 0;                 // a printed figure above it is doubted; 0: no bound

  bool counts_in(std::string_view family) const;
};

// One row of a word list.
struct WordRule {
  std::string code;    // what the words mean: a measure, a service, a unit …
  std::string detail;  // role: OrgRole; breakdown: value
  std::string scope;   // where the row holds (breakdowns, absences, markers)
  int weight = 2;
  Pattern pattern;
  Pattern unless;      // near the match: then it means something else
};

struct WorkforceWords {
  std::map<std::string, Measure, std::less<>> measures;
  std::vector<WordRule> measure_patterns, services, worker_categories, roles, grades, units, breakdowns, symbol_meanings, markers,
      team_words, narrowing_words, revisions;
  std::vector<WordRule> subjects;  // workforce, other_workforce, homonym, counted
  std::set<std::string, std::less<>> neutral_words;  // folded

  // Throws std::runtime_error "FILE:LINE: what is wrong". A file of the overlay adds rows; a row with the same code and
  // pattern (or the same measure) takes the place of the shipped one, and weight 0 switches it off.
  // The record is told of the texts that the rows' patterns are tried on.
  static WorkforceWords load(const VocabularyLayers& layers, const std::shared_ptr<ConsultationRecord>& record);
};

// "people" for fte, headcount, hours and unstated; "money" for gbp…; else the unit itself.
std::string unit_family(std::string_view unit);

}  // namespace muster
