// Which cells of a table say what its figures are: headers over each column, labels of each row, section rows, columns of
// running numbers. Told once for a table, so that a long one costs no more for each cell.
#pragma once

#include <map>
#include <vector>

#include "schemas/table.h"

namespace muster {

struct TableLabels {
  std::vector<std::vector<const Cell*>> headers;          // by column, the innermost first
  std::map<int, std::vector<const Cell*>> labels;         // by row, the nearest to the figures first
  std::map<int, std::vector<const Cell*>> index_numbers;  // by row: "19" of a column of pay points
  std::map<int, const Cell*> sections;                    // by the section's row
  bool first_column = false;                              // labels that the table's reader took for figures
  std::vector<bool> index_columns;
  int block_cols = 0;                                     // of a table set in halves, whose headers come again after so many columns; 0 else

  int block_of(int col) const { return block_cols > 0 ? col / block_cols : 0; }
  bool opens_block(const Cell& cell) const;  // stands in the first column of a block after the first
  bool is_label(const Cell& cell, const Table& table) const;
  const Cell* section_above(int row) const;  // null where there is none
};

TableLabels read_labels(const Table& table);

// A header that is nothing but "Grade", "Band" or the like: its column says which grade a row is of.
bool heads_grades(const Cell& cell);

// A header over the whole table is its title.
bool spans_table(const Cell& cell, const Table& table);

}  // namespace muster
