#include "dataset/mark_breaks.h"

#include <algorithm>
#include <map>

namespace muster {

bool is_in_series(const Observation& o) { return !o.definition.empty() && !o.period.iso.empty() && !o.area_code.empty() && o.basis != Basis::derived; }

void mark_breaks(std::vector<DocumentResult>& documents) {
  std::map<std::vector<std::string>, std::vector<Observation*>> series;
  for (DocumentResult& document : documents)
    for (Observation& o : document.interpretation.observations)
      if (is_in_series(o))
        series[{o.area_code, o.service, o.team, o.role, o.grade, o.measure, o.unit}].push_back(&o);
  for (auto& [key, rows] : series) {
    std::stable_sort(rows.begin(), rows.end(), [](const Observation* a, const Observation* b) { return a->period.iso < b->period.iso; });
    for (size_t i = 1; i < rows.size(); ++i)
      if (rows[i]->period.iso != rows[i - 1]->period.iso && rows[i]->definition != rows[i - 1]->definition) rows[i]->comparability = "series_break";
  }
}

}  // namespace muster
