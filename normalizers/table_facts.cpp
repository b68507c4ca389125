#include "normalizers/table_facts.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>

#include "normalizers/measure_choice.h"
#include "normalizers/pattern.h"
#include "normalizers/quantity.h"

namespace muster {
namespace {

// Tables are looked through up to this many labels of each sort; a longer list of them says enough.
constexpr int most_labels_looked_at = 60;

bool names_measure(const TextReading& words) {
  const Mention* m = words.best(MentionKind::measure);
  return m && m->weight > light_weight;
}

// So many councils among the labels make the rest of them names of councils too.
constexpr size_t least_areas = 3;

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

// Rows and columns from which on a sum of 100 is no accident.
constexpr int least_rows_of_shares = 3;
constexpr size_t least_columns_of_shares = 3;
constexpr double rounding_of_a_share = 0.1;  // what one rounded share may be off at most, doubled

// Bare figures up to 100 of the data cells, by row and column; a column with any other figure is left out.
std::map<int, std::map<int, double>> bare_figures(const Table& table) {
  std::map<int, std::map<int, double>> rows;
  std::set<int> other;
  for (const Cell& c : table.cells) {
    if (c.kind != CellKind::data || c.text.empty()) continue;
    const std::optional<QuantityMatch> q = whole_quantity(c.text);
    const double value = q ? std::strtod(q->quantity.value.c_str(), nullptr) : 0;
    if (!q || value > 100 || (!q->unit.empty() && q->unit != "percent")) other.insert(c.col);
    else rows[c.row][c.col] = value;
  }
  for (auto& [row, cells] : rows) std::erase_if(cells, [&](const auto& cell) { return other.contains(cell.first); });
  return rows;
}

// "Permanent 94.1, temporary 4.3, agency 0.2 …": the figures of row after row make up 100.
std::set<int> columns_that_make_up_100(const Table& table) {
  std::set<int> columns;
  int rows = 0, whole = 0;
  for (const auto& [row, cells] : bare_figures(table)) {
    if (cells.size() < least_columns_of_shares) continue;
    double sum = 0;
    for (const auto& [col, value] : cells) sum += value, columns.insert(col);
    ++rows;
    whole += std::abs(sum - 100) <= rounding_of_a_share * static_cast<double>(cells.size());
  }
  return whole >= least_rows_of_shares && 5 * whole >= 4 * rows ? columns : std::set<int>{};
}

// "4, 18, 14" over a total of 36.
std::set<int> columns_that_add_up(const Table& table) {
  constexpr int least_parts = 3;
  int total_row = -1;
  static const Pattern label("^\\W*(?:grand |overall )?totals?\\W*$");
  for (const Cell& c : table.cells)
    if (c.col == 0 && label.in(c.text)) total_row = std::max(total_row, c.row);
  std::map<int, std::pair<double, int>> parts;
  std::map<int, double> totals;
  std::set<int> other;
  for (const Cell& c : table.cells) {
    if (c.text.empty() || c.col == 0 || c.row < table.header_rows || (c.kind != CellKind::data && c.kind != CellKind::total)) continue;
    const std::optional<QuantityMatch> q = whole_quantity(c.text);
    if (!q || !q->unit.empty() || q->quantity.value.find('.') != std::string::npos) other.insert(c.col);
    else if (c.row == total_row) totals[c.col] = std::strtod(q->quantity.value.c_str(), nullptr);
    else if (c.row < total_row) parts[c.col].first += std::strtod(q->quantity.value.c_str(), nullptr), ++parts[c.col].second;
  }
  std::set<int> columns;
  for (const auto& [col, total] : totals)
    if (!other.contains(col) && parts[col].second >= least_parts && parts[col].first == total) columns.insert(col);
  return columns;
}

}  // namespace

TableFacts facts_of(const Table& table, ReadingCache& cache) {
  TableFacts facts;
  Points row_points, column_points;
  int rows = 0, columns = 0;
  std::set<std::string> areas;
  for (const Cell& c : table.cells) {
    const bool row = c.kind == CellKind::row_header, column = c.kind == CellKind::column_header;
    if ((!row && !column) || c.text.empty() || ++(row ? rows : columns) > most_labels_looked_at) continue;
    (row ? facts.rows_name_measures : facts.columns_name_measures) |= names_measure(cache.of(c.text).reading);
    (row ? facts.rows_have_bands : facts.columns_have_bands) |= is_band_of_service(cache.of(c.text).reading);
    (row ? row_points : column_points).count(c.text);
    if (const Mention* area = row ? cache.of(c.text).reading.best(MentionKind::area) : nullptr) areas.insert(area->code);
  }
  facts.rows_name_areas = areas.size() >= least_areas;
  facts.columns_of_sums = columns_that_add_up(table);
  facts.columns_of_shares = columns_that_make_up_100(table);
  facts.rows_have_compass = row_points.divide();
  facts.columns_have_compass = column_points.divide();
  return facts;
}

}  // namespace muster
