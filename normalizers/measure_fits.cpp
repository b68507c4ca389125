#include "normalizers/measure_fits.h"

#include "normalizers/vocabulary_tables.h"

namespace muster {

bool fits(const Vocabulary& vocabulary, const std::string& measure, const std::string& printed_unit) {
  const auto& measures = vocabulary.tables().workforce.measures;
  const auto found = measures.find(measure);
  if (found == measures.end()) return false;
  const Measure& m = found->second;
  if (printed_unit == "percent") return !m.percent_measure.empty();
  if (printed_unit.empty()) return true;
  if (printed_unit == "gbp" && m.worker_category == "agency") return true;  // "agency workers … cost £2.5m"
  const auto as_count = measures.find(m.count_measure);
  return m.counts_in(unit_family(printed_unit)) || (printed_unit == "weeks" && m.counts_in("days")) ||
         (as_count != measures.end() && as_count->second.counts_in(unit_family(printed_unit)));
}

}  // namespace muster
