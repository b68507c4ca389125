#include "dataset/mark_breaks.h"

#include "dataset/whole_documents.h"
#include "schemas/serialise.h"

namespace muster {
namespace {

// A figure of a series, as far as it is compared.
struct Point {
  uint32_t document = 0, observation = 0;  // indices
  std::string series, period, definition;

  template <class Visitor>
  void fields(Visitor& v) { v(document, observation, series, period, definition); }
};

bool is_in_series(const Observation& o) { return !o.definition.empty() && !o.period.iso.empty() && !o.area_code.empty() && o.basis != Basis::derived; }

}  // namespace

void take_series(const DocumentResult& document, uint32_t index, SortedRows& series) {
  const std::vector<Observation>& observations = document.interpretation.observations;
  for (uint32_t i = 0; i < observations.size(); ++i) {
    const Observation& o = observations[i];
    if (!is_in_series(o)) continue;
    const std::string key = joined_key({o.area_code, o.service, o.team, o.role, o.grade, o.measure, o.unit});
    series.add(key + o.period.iso, serialise(Point{index, i, key, o.period.iso, o.definition}));
  }
}

void mark_breaks(Dataset& dataset, SortedRows& series) {
  Point before;
  series.for_each([&](const SortedRows::Row& row) {
    Point point = deserialise<Point>(row.value);
    if (point.series == before.series && point.period != before.period && point.definition != before.definition)
      add_to_document(dataset, point.document, {.series_breaks = {point.observation}, .findings = {}, .clusters = {}, .diagnostics = {}});
    before = std::move(point);
  });
}

}  // namespace muster
