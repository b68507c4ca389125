// When a row of a dataset says what a row of the truth says.
#pragma once

#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace muster {

// A row by column name; an absent column reads as empty.
class ScoreRow {
 public:
  ScoreRow() = default;
  explicit ScoreRow(std::map<std::string, std::string> cells) : cells_(std::move(cells)) {}
  const std::string& at(const std::string& column) const;

  std::string document;  // the file's own name, under which truth and dataset meet

 private:
  std::map<std::string, std::string> cells_;
};

// The rows of a CSV file; none when there is no such file.
std::vector<ScoreRow> read_rows(const std::string& path);

// What is compared: numbers without separators and closing zeros, teams and grades folded, breakdowns as sorted values without
// their names, an open period without its "/..".
std::string comparable(const std::string& key, std::string_view text);

// "a|b" is {"a", "b"}; an empty cell is one alternative, the empty one.
std::vector<std::string_view> alternatives(std::string_view truth_cell);

// Whether the row agrees with the truth in every key. A truth cell may hold alternatives parted by '|'; an empty one means
// "any" for worker_category, role, basis, service and unit, and "empty" for the others.
bool agrees(const ScoreRow& truth, const ScoreRow& row, std::span<const std::string> keys);

// One row for each truth row at most, and the other way round; the first that agrees is taken.
struct Matching {
  std::map<size_t, size_t> row_of_truth;
  std::set<size_t> used;     // rows that match
  std::set<size_t> repeats;  // rows that agree with a truth row that another row has matched already: neither right nor wrong
};

Matching match(const std::vector<ScoreRow>& truths, const std::vector<ScoreRow>& rows, std::span<const std::string> keys);

}  // namespace muster
