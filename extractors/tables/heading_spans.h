// Which columns each heading of a table stands over: told by a rule under it, by its middle, and by the headings below it.
#pragma once

#include <vector>

#include "extractors/tables/columns.h"

namespace muster {

struct ColumnHeading {
  std::vector<size_t> words;
  Box box;
  float first_baseline = 0, last_baseline = 0, size_pt = 0;
  size_t first = 0, last = 0;  // columns
  int level = 0;
  Box ground;  // the shading of its cell, empty where cells have none of their own

  bool spans() const { return last > first; }
  bool overlaps(const ColumnHeading& o) const { return first <= o.last && o.first <= last; }
};

// What is drawn behind and around headings.
struct HeaderGround {
  const std::vector<Edge>& edges;
  const std::vector<Shading>& shadings;
};

// Words of one heading stand nearer than this; headings of neighbouring columns may stand as near as this.
inline constexpr float heading_gap_em = 0.42f;

// Whether the box covers a considerable part of the column.
bool covers(const Box& box, const TextColumn& column);

// Whether each of the two has a shading of its own behind it: they are two headings, one over the other.
bool apart_on_ground(const ColumnHeading& a, const ColumnHeading& b);

// The columns that the heading's own words stand over.
void set_columns(ColumnHeading& heading, const std::vector<TextColumn>& columns);

// Widens headings to the columns that they span. headings: by line from the top, each with its own columns set.
void find_spans(const std::vector<TableWord>& words, std::vector<std::vector<ColumnHeading>>& headings, const std::vector<TextRow>& lines,
                const std::vector<TextColumn>& columns, const HeaderGround& ground);

}  // namespace muster
