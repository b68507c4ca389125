// The figures of one table as the disclosure guard looks at them, and the sums that hold among them. Private to normalizers/.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "normalizers/equations.h"
#include "normalizers/hidden_counts.h"

namespace muster {

class HiddenFigures {
 public:
  HiddenFigures(const std::vector<Observation>& observations, const std::string& table_id, const Vocabulary& vocabulary);

  const std::vector<TableSum>& sums() const { return sums_; }  // those that hold, each once; those with a hidden figure first

  const std::vector<size_t>& hidden() const { return hidden_; }  // every figure of the table that is not told, suppressed or otherwise
  bool is_hidden(size_t i) const;
  bool is_suppressed(size_t i) const { return observations_[i].quantity.status == "suppressed"; }
  Bounds stated(size_t i) const;          // of a hidden one: 0 and upwards where nothing is said
  const Bounds& known(size_t i) const { return known_.at(i); }  // of one that is told
  bool is_whole(size_t i) const;          // counted in whole numbers

 private:
  void tell_known();
  void add_sums_of_table(const std::vector<Equation>& equations);
  void add_rates_of_table(const std::vector<Equation>& equations, const std::vector<EquationRule>& rules);
  void add_sums_of_groups();
  void widen_rounded();
  bool is_shown_to_be_a_sum(const TableSum& sum, const std::vector<TableSum>& complete) const;
  bool may_hold(const TableSum& sum) const;
  void add(TableSum sum);

  const std::vector<Observation>& observations_;
  std::string table_id_;
  std::vector<size_t> indices_, hidden_;
  std::map<size_t, Bounds> known_;
  std::vector<TableSum> sums_;
};

}  // namespace muster
