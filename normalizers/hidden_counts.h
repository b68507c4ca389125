// The disclosure guard: small counts that a document hides, and that its own totals give away.
#pragma once

#include <string>
#include <vector>

#include "normalizers/linear_bounds.h"
#include "normalizers/vocabulary.h"
#include "schemas/observation.h"

namespace muster {

// What figures of a table obey, some of them hidden: their sum is the total, or, of a rate, factor * sum / (sum of the divisor) is.
struct TableSum {
  std::vector<size_t> parts;    // indices of observations
  size_t total = 0;
  std::string formula;          // "sum of the rows", "inpost + vacancy", "vacancy / (vacancy + inpost)"
  double factor = 0;            // of a rate, else 0
  std::vector<size_t> divisor;  // of a rate; may name parts again
};

struct HiddenCount {
  size_t observation = 0;
  Bounds stated;             // what the document says: "fewer than 5" is 0 to 4
  Bounds found;              // what its sums leave
  bool recovered = false;    // a single number is left, else only a narrower interval
  std::vector<size_t> sums;  // TableDisclosure::sums that it comes from
};

struct TableDisclosure {
  std::vector<HiddenCount> hidden;   // recovered, or narrowed to half of what is stated or less; in the order of the observations
  std::vector<TableSum> sums;
  std::vector<size_t> hide_also;     // figures of the same sums that would protect the recovered counts if they were hidden too
  bool advice_found = false;         // that hiding those is enough

  bool recovers() const;
};

// Looks at the suppressed counts of one table; an empty table_id looks at those that stand in no table, where only what the measures and
// groups mean makes a sum (children's and adults' services are both together, posts are staff and vacancies). Sums and rates whose figures do
// not agree, or that nothing shows to be such, are left out, and tables that are rounded count as rounded: an alarm means arithmetic.
TableDisclosure find_hidden_counts(const std::vector<Observation>& observations, const std::string& table_id, const Vocabulary& vocabulary);

}  // namespace muster
