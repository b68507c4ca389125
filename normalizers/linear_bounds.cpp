#include "normalizers/linear_bounds.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace muster {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double slack = 1e-6;             // sums of printed decimals are not exact in binary
constexpr int most_passes = 100;           // bounds that still creep after so many are as good as settled
constexpr size_t most_combined = 300;      // constraints that are combined with one another

// A constraint with a factor for every unknown, and the constraints that it was made of.
struct Row {
  std::vector<double> factors;
  Bounds sum;
  std::set<size_t> made_of;
};

std::vector<Row> dense(const std::vector<LinearConstraint>& constraints, size_t unknowns) {
  std::vector<Row> rows;
  for (size_t i = 0; i < constraints.size(); ++i) {
    if (constraints[i].terms.empty()) continue;
    Row& row = rows.emplace_back(Row{std::vector<double>(unknowns), constraints[i].sum, {i}});
    for (const auto& [unknown, factor] : constraints[i].terms) row.factors[unknown] += factor;
  }
  return rows;
}

// row - factor * other; the sums are intervals.
void subtract(Row& row, const Row& other, double factor) {
  for (size_t i = 0; i < row.factors.size(); ++i) {
    row.factors[i] -= factor * other.factors[i];
    if (std::abs(row.factors[i]) < slack) row.factors[i] = 0;
  }
  const double a = factor * other.sum.lo, b = factor * other.sum.hi;
  row.sum = {row.sum.lo - std::max(a, b), row.sum.hi - std::min(a, b)};
  row.made_of.insert(other.made_of.begin(), other.made_of.end());
}

void scale(Row& row, double factor) {
  for (double& f : row.factors) f *= factor;
  const double a = row.sum.lo * factor, b = row.sum.hi * factor;
  row.sum = {std::min(a, b), std::max(a, b)};
}

// Gauss and Jordan's elimination: an unknown that combination fixes ends up alone in its row.
std::vector<Row> combined(std::vector<Row> rows) {
  std::erase_if(rows, [](const Row& r) { return !std::isfinite(r.sum.lo) || !std::isfinite(r.sum.hi); });
  if (rows.empty() || rows.size() > most_combined) return {};
  size_t done = 0;
  for (size_t column = 0; column < rows.front().factors.size() && done < rows.size(); ++column) {
    const auto largest = std::max_element(rows.begin() + static_cast<std::ptrdiff_t>(done), rows.end(),
                                          [&](const Row& a, const Row& b) { return std::abs(a.factors[column]) < std::abs(b.factors[column]); });
    if (std::abs(largest->factors[column]) < slack) continue;
    std::swap(*largest, rows[done]);
    scale(rows[done], 1 / rows[done].factors[column]);
    for (size_t i = 0; i < rows.size(); ++i)
      if (i != done && rows[i].factors[column] != 0) subtract(rows[i], rows[done], rows[i].factors[column]);
    ++done;
  }
  rows.resize(done);
  return rows;
}

// What a row leaves for one of its unknowns when the others take their bounds.
Bounds left_for(const Row& row, size_t unknown, const std::vector<Bounds>& bounds) {
  Bounds left = row.sum;
  for (size_t i = 0; i < bounds.size(); ++i) {
    if (i == unknown || row.factors[i] == 0) continue;
    const double a = row.factors[i] * bounds[i].lo, b = row.factors[i] * bounds[i].hi;
    left = {left.lo - std::max(a, b), left.hi - std::min(a, b)};
  }
  const double a = left.lo / row.factors[unknown], b = left.hi / row.factors[unknown];
  return {std::min(a, b), std::max(a, b)};
}

Bounds to_whole(Bounds b) {
  return {std::isfinite(b.lo) ? std::ceil(b.lo - slack) : b.lo, std::isfinite(b.hi) ? std::floor(b.hi + slack) : b.hi};
}

class Propagation {
 public:
  Propagation(const std::vector<Unknown>& unknowns, std::vector<Row> rows) : unknowns_(unknowns), rows_(std::move(rows)), reasons_(unknowns.size()) {
    for (const Unknown& u : unknowns) bounds_.push_back(u.whole_number ? to_whole(u.bounds) : u.bounds);
  }

  Deduction run() {
    bool narrowed = true;
    for (int pass = 0; pass < most_passes && narrowed && !contradictory_; ++pass) {
      narrowed = false;
      for (const Row& row : rows_)
        for (size_t i = 0; i < bounds_.size(); ++i) narrowed |= row.factors[i] != 0 && narrow(row, i);
    }
    Deduction out{.bounds = bounds_, .contradictory = contradictory_};
    for (const std::set<size_t>& reason : reasons_) out.reasons.emplace_back(reason.begin(), reason.end());
    return out;
  }

 private:
  bool narrow(const Row& row, size_t unknown) {
    Bounds left = left_for(row, unknown, bounds_);
    if (unknowns_[unknown].whole_number) left = to_whole(left);
    Bounds& now = bounds_[unknown];
    const bool narrower = left.lo > now.lo + slack || left.hi < now.hi - slack;
    if (!narrower) return false;
    if (left.lo >= now.lo && left.hi <= now.hi) reasons_[unknown].clear();  // this row alone says it all
    now = {std::max(now.lo, left.lo), std::min(now.hi, left.hi)};
    if (now.lo > now.hi + slack) contradictory_ = true;
    now.hi = std::max(now.lo, now.hi);
    reasons_[unknown].insert(row.made_of.begin(), row.made_of.end());
    for (size_t i = 0; i < bounds_.size(); ++i)
      if (i != unknown && row.factors[i] != 0) reasons_[unknown].insert(reasons_[i].begin(), reasons_[i].end());
    return true;
  }

  const std::vector<Unknown>& unknowns_;
  std::vector<Row> rows_;
  std::vector<Bounds> bounds_;
  std::vector<std::set<size_t>> reasons_;
  bool contradictory_ = false;
};

}  // namespace

Deduction deduce_bounds(const std::vector<Unknown>& unknowns, const std::vector<LinearConstraint>& constraints) {
  std::vector<Row> rows = dense(constraints, unknowns.size());
  for (Row& row : combined(rows)) rows.push_back(std::move(row));
  return Propagation(unknowns, std::move(rows)).run();
}

}  // namespace muster
