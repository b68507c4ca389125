// Rows of text -> columns: the strips between vertical gaps that run through the body of a table.
#pragma once

#include <vector>

#include "extractors/tables/text_rows.h"

namespace muster {

struct TextColumn {
  float x0 = 0, x1 = 0;  // extent of its words in the body
};

// Columns from left to right. Only rows with many chunks decide where gaps are: headers over several columns and section
// rows would bridge them. Vertical edges through most of the rows part columns too. A column of currency signs belongs to
// the numbers on its right, one of per cent signs or closing brackets to those on its left.
std::vector<TextColumn> find_columns(const std::vector<TableWord>& words, const std::vector<TextRow>& rows,
                                 const std::vector<Edge>& edges);

// The column whose extent is nearest to the box's middle.
size_t column_of(const std::vector<TextColumn>& columns, const Box& box);

}  // namespace muster
