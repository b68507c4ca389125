#include "normalizers/table_facts.h"

#include <algorithm>

#include "normalizers/measure_choice.h"
#include "normalizers/pattern.h"

namespace muster {
namespace {

// Tables are looked through up to this many labels of each sort; a longer list of them says enough.
constexpr int most_labels_looked_at = 60;

bool names_measure(const TextReading& words) {
  const Mention* m = words.best(MentionKind::measure);
  return m && m->weight > light_weight;
}

// A single point names no region of the country; two points may.
struct Points {
  int all = 0, single = 0;

  void count(const std::string& text) {
    static const Pattern point("^\\W*(?:north|south|east|west|central|mid)\\W*$"), two("^\\W*(?:north|south|mid)[ -](?:east|west)\\W*$");
    single += point.in(text);
    all += point.in(text) || two.in(text);
  }
  bool divide() const { return single > 0 && all > 1; }
};

}  // namespace

TableFacts facts_of(const Table& table, ReadingCache& cache) {
  TableFacts facts;
  Points row_points, column_points;
  int rows = 0, columns = 0;
  for (const Cell& c : table.cells) {
    const bool row = c.kind == CellKind::row_header, column = c.kind == CellKind::column_header;
    if ((!row && !column) || c.text.empty() || ++(row ? rows : columns) > most_labels_looked_at) continue;
    (row ? facts.rows_name_measures : facts.columns_name_measures) |= names_measure(cache.of(c.text).reading);
    (row ? facts.rows_have_bands : facts.columns_have_bands) |= is_band_of_service(cache.of(c.text).reading);
    (row ? row_points : column_points).count(c.text);
  }
  facts.rows_have_compass = row_points.divide();
  facts.columns_have_compass = column_points.divide();
  return facts;
}

}  // namespace muster
