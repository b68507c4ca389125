#include "normalizers/linear_bounds.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>

using namespace muster;

namespace {

LinearConstraint sum(std::vector<size_t> unknowns, double is) {
  LinearConstraint out{.sum = {is, is}};
  for (const size_t unknown : unknowns) out.terms.emplace_back(unknown, 1);
  return out;
}

std::string words(const Bounds& b) {
  const auto shown = [](double x) { return std::isfinite(x) ? std::to_string(std::lround(x)) : std::string("inf"); };
  return b.lo == b.hi ? shown(b.lo) : shown(b.lo) + ".." + shown(b.hi);
}

std::string words(const Deduction& deduction) {
  if (deduction.contradictory) return "contradiction";
  std::string out;
  for (const Bounds& b : deduction.bounds) out += (out.empty() ? "" : " ") + words(b);
  return out;
}

std::vector<Unknown> counts(size_t n, double lo, double hi) { return std::vector<Unknown>(n, Unknown{{lo, hi}, true}); }

}  // namespace

TEST_CASE("deduce_bounds: what sums leave to their unknowns") {
  const double none = std::numeric_limits<double>::infinity();
  const struct {
    const char* what;
    std::vector<Unknown> unknowns;
    std::vector<LinearConstraint> constraints;
    const char* expected;
  } rows[] = {
      {"no sum, nothing learnt", counts(2, 0, 4), {}, "0..4 0..4"},
      {"one unknown in a sum", counts(1, 0, 4), {sum({0}, 3)}, "3"},
      {"two that share 5", counts(2, 0, 4), {sum({0, 1}, 5)}, "1..4 1..4"},
      {"two that share 8 are both at their upper end", counts(2, 0, 4), {sum({0, 1}, 8)}, "4 4"},
      {"two that share 2 are both at their lower end", counts(2, 1, 4), {sum({0, 1}, 2)}, "1 1"},
      {"without an upper bound the sum gives one", counts(2, 0, none), {sum({0, 1}, 7)}, "0..7 0..7"},
      {"a square of four stays open", counts(4, 0, none), {sum({0, 1}, 5), sum({2, 3}, 4), sum({0, 2}, 6), sum({1, 3}, 3)}, "2..5 0..3 1..4 0..3"},
      {"rows less columns leave one alone", counts(5, 0, none), {sum({0, 1}, 3), sum({2, 3, 4}, 7), sum({0, 2}, 6), sum({1, 3}, 2)}, "1..3 0..2 3..5 0..2 2"},
      {"no numbers obey", counts(2, 0, 4), {sum({0, 1}, 9)}, "contradiction"},
      {"contradicting sums", counts(2, 0, none), {sum({0, 1}, 5), sum({0, 1}, 6)}, "contradiction"},
      {"a rounded sum leaves its rounding", {{{0, 10}, false}}, {{{{0, 1}}, {2.5, 4}}}, "3..4"},
      {"a factor", counts(1, 0, none), {{{{0, 100}}, {690, 710}}}, "7"},
      {"half-open sums are used one by one", counts(2, 0, none), {{{{0, 1}, {1, 1}}, {-none, 3}}}, "0..3 0..3"},
  };
  for (const auto& row : rows) CHECK_MESSAGE(words(deduce_bounds(row.unknowns, row.constraints)) == row.expected, row.what);
}

TEST_CASE("deduce_bounds: says which sums a bound comes from") {
  const Deduction found = deduce_bounds(counts(3, 0, std::numeric_limits<double>::infinity()), {sum({2}, 9), sum({0, 1}, 5), sum({1}, 2)});
  CHECK(words(found) == "3 2 9");
  CHECK(found.reasons[0] == std::vector<size_t>{1, 2});
  CHECK(found.reasons[1] == std::vector<size_t>{2});
  CHECK(deduce_bounds(counts(1, 0, 4), {}).reasons[0].empty());
}

namespace {

// A square of hidden counts from 0 to 4 with the sums of its rows and columns, and what enumeration says about each count.
struct Square {
  size_t side;
  std::vector<int> counts;
  std::vector<LinearConstraint> sums;
};

Square square(size_t side, uint32_t& seed) {
  Square out{.side = side};
  for (size_t i = 0; i < side * side; ++i) {
    seed = seed * 1664525u + 1013904223u;  // Numerical Recipes: the same squares on every machine
    out.counts.push_back(static_cast<int>((seed >> 16) % 5));
  }
  for (size_t line = 0; line < side; ++line) {
    std::vector<size_t> row, column;
    double in_row = 0, in_column = 0;
    for (size_t i = 0; i < side; ++i) {
      row.push_back(line * side + i), column.push_back(i * side + line);
      in_row += out.counts[row.back()], in_column += out.counts[column.back()];
    }
    out.sums.push_back(sum(row, in_row));
    out.sums.push_back(sum(column, in_column));
  }
  return out;
}

bool obeys(const std::vector<int>& counts, const std::vector<LinearConstraint>& sums) {
  for (const LinearConstraint& s : sums) {
    double total = 0;
    for (const auto& [i, factor] : s.terms) total += factor * counts[i];
    if (total != s.sum.lo) return false;
  }
  return true;
}

std::vector<Bounds> enumerated(const Square& s) {
  std::vector<Bounds> out(s.counts.size(), Bounds{5, -1});
  std::vector<int> counts(s.counts.size(), 0);
  for (bool more = true; more;) {
    if (obeys(counts, s.sums))
      for (size_t i = 0; i < counts.size(); ++i) out[i] = {std::min<double>(out[i].lo, counts[i]), std::max<double>(out[i].hi, counts[i])};
    size_t at = 0;
    while (at < counts.size() && ++counts[at] > 4) counts[at++] = 0;
    more = at < counts.size();
  }
  return out;
}

}  // namespace

TEST_CASE("deduce_bounds: never narrower than what enumeration of all squares finds, and seldom wider") {
  uint32_t seed = 1;
  int wider = 0, all = 0;
  for (int n = 0; n < 200; ++n) {
    Square s = square(2, seed);
    if (n % 2) s.sums.pop_back();  // a total that is not printed
    const std::vector<Bounds> truth = enumerated(s);
    const Deduction found = deduce_bounds(counts(s.counts.size(), 0, 4), s.sums);
    REQUIRE_FALSE(found.contradictory);
    for (size_t i = 0; i < truth.size(); ++i, ++all) {
      CHECK(found.bounds[i].lo <= truth[i].lo);
      CHECK(found.bounds[i].hi >= truth[i].hi);
      wider += found.bounds[i].width() > truth[i].width();
    }
  }
  CHECK_MESSAGE(wider * 20 <= all, wider << " of " << all);
}
