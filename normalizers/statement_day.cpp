#include "normalizers/statement_day.h"

namespace muster {

const PeriodMatch* day_in_statement(const Scene& scene, const Measure& measure) {
  constexpr size_t iso_day_bytes = 10;
  if (measure.kind != "stock") return nullptr;
  for (const Around& a : scene.statements)
    if (a.words->has(MentionKind::measure) && a.words->periods.size() == 1 && a.words->periods[0].period.iso.size() == iso_day_bytes)
      return &a.words->periods[0];
  return nullptr;
}

}  // namespace muster
