#include "extractors/tables/table_confidence.h"

#include <algorithm>
#include <vector>

#include "extractors/tables/values.h"

namespace muster {
namespace {

// Best tables are right in so many of their neighbourhoods.
constexpr double most_sure = 0.97;
constexpr double least_sure = 0.3;
// What each sign of a fault takes off, fitted on tables read well and badly (with rules left out, shifted, in part).
constexpr double no_header = 0.08;
constexpr double blank_weight = 0.15;          // of the share of blank places in the body
constexpr double lone_row_weight = 0.3;        // of the share of rows with one filled cell, beyond what sections explain
constexpr double explained_lone_rows = 0.2;
constexpr double bare_column_weight = 0.25;    // of the share of columns without a heading
constexpr double mixed_column = 0.08;          // a column of values and texts
constexpr double two_columns = 0.05;           // labels and values: lists and forms look alike
constexpr double usual_fit = 0.95;
constexpr double fit_weight = 0.5;
// A column is mixed between these shares of values, where it has enough cells to tell.
constexpr double few_values = 0.15, most_values = 0.85;
constexpr int least_cells_to_tell = 3;

// Counts over the body, by row and by column.
struct Counts {
  std::vector<int> filled_in_row, filled_in_column, values_in_column;
  std::vector<bool> headed;
  int blank = 0, cells = 0;
};

Counts counts_of(const Table& table) {
  Counts counts{std::vector<int>(size_t(table.rows), 0), std::vector<int>(size_t(table.cols), 0), std::vector<int>(size_t(table.cols), 0),
                std::vector<bool>(size_t(table.cols), false)};
  for (const Cell& c : table.cells) {
    if (c.row < table.header_rows) {
      for (int k = c.col; k < c.col + c.colspan && !c.text.empty(); ++k) counts.headed[size_t(k)] = true;
      continue;
    }
    ++counts.cells;
    counts.blank += c.text.empty();
    if (c.text.empty()) continue;
    ++counts.filled_in_row[size_t(c.row)];
    if (c.colspan > 1) continue;
    ++counts.filled_in_column[size_t(c.col)];
    counts.values_in_column[size_t(c.col)] += is_value(c.text);
  }
  return counts;
}

bool has_mixed_column(const Counts& counts) {
  for (size_t k = 1; k < counts.filled_in_column.size(); ++k) {
    const int filled = counts.filled_in_column[k];
    const double share = double(counts.values_in_column[k]) / std::max(filled, 1);
    if (filled >= least_cells_to_tell && share > few_values && share < most_values) return true;
  }
  return false;
}

}  // namespace

double table_confidence(const Table& table, double fit) {
  if (table.rows <= 0 || table.cols <= 0) return 0;
  const Counts counts = counts_of(table);
  const auto share = [](double part, double whole) { return part / std::max(whole, 1.0); };
  const auto body_rows = double(table.rows - table.header_rows);
  const auto lone = std::count_if(counts.filled_in_row.begin() + table.header_rows, counts.filled_in_row.end(), [](int n) { return n < 2; });
  double sure = most_sure - fit_weight * std::max(0.0, usual_fit - fit) - blank_weight * share(counts.blank, counts.cells) -
                lone_row_weight * std::max(0.0, share(double(lone), body_rows) - explained_lone_rows);
  if (table.header_rows == 0) sure -= no_header;
  else sure -= bare_column_weight * share(double(std::count(counts.headed.begin() + 1, counts.headed.end(), false)), table.cols - 1);
  if (has_mixed_column(counts)) sure -= mixed_column;
  if (table.cols == 2) sure -= two_columns;
  return std::clamp(sure, least_sure, most_sure);
}

}  // namespace muster
