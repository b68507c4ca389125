// The order in which the lines of a page are read: recursive cuts along white space (XY-cut), with columns told from rows.
#pragma once

#include <vector>

#include "schemas/geometry.h"

namespace muster {

// A line of text, a table or a picture, in its reading frame.
struct FlowItem {
  Box box;
  float baseline = 0;
  float size_pt = 0;
  int letters = 0;     // of its text
  bool solid = false;  // a table or picture: never part of a row
};

// Items that are read one after another as one line: what stands on one baseline of a column.
struct FlowRow {
  std::vector<int> items;  // indices, from left to right
  int column = 0;          // rows of the same column may belong to one paragraph
};

// Columns of prose are read one after the other; what stands side by side otherwise (a label and its value, an item's
// number and its text, cells of a table that nobody recognised) is read row by row.
std::vector<FlowRow> reading_order(const std::vector<FlowItem>& items);

}  // namespace muster
