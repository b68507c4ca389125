// The observations of one table as its equations look at them. Private to normalizers/.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "normalizers/equations.h"

namespace muster {

class TableFigures {
 public:
  TableFigures(const std::vector<Observation>& all, const std::string& table_id, const WorkforceWords& words);

  const std::vector<size_t>& indices() const { return indices_; }
  const std::vector<size_t>& of_measure(std::string_view measure) const;
  const Observation& at(size_t i) const { return all_[i]; }
  const WorkforceWords& words() const { return words_; }
  // People and things that are counted by head are counted exactly; everything else may be rounded.
  std::optional<Interval> interval(size_t i) const;

  // The figure of another measure about the same people at the same time; no_result when there is none or more than one. A stock
  // stands at the last day of a flow's period.
  size_t partner(size_t like, std::string_view measure) const;

 private:
  const std::vector<Observation>& all_;
  const WorkforceWords& words_;
  std::vector<size_t> indices_;
  std::map<std::string, std::vector<size_t>, std::less<>> by_measure_;
  std::map<std::vector<std::string>, std::vector<size_t>> by_subject_;  // measure, area, service, team, grade
};

// The value of a split in a breakdown ("pay_point=19;gender=male"); empty when it has none.
std::string_view split_value(std::string_view breakdown, std::string_view name);

// The breakdown without what only says how a rate was counted.
std::string without_counting(std::string_view breakdown);

// Whether the part's subject is within the whole's: every dimension equal or said of the part alone, one at least said of it alone.
bool is_within(const Observation& part, const Observation& whole);

Equation closed(Equation equation, const Interval& computed, const Interval& printed);

// The families of equations; each appends its own.
void add_sums(const TableFigures& figures, std::vector<Equation>& out);
void add_rates(const TableFigures& figures, const std::vector<EquationRule>& rules, std::vector<Equation>& out);
void add_wholes_and_parts(const TableFigures& figures, const EquationRule& rule, std::vector<Equation>& out);
void add_over_split(const TableFigures& figures, const EquationRule& rule, std::vector<Equation>& out);

}  // namespace muster
