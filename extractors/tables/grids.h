// Edges -> grids: edges that touch form one grid, its lines cut the plane, and places without a border between them are
// one cell. Free of text, so that a scanned page can be cut into cells before it is read.
#pragma once

#include <vector>

#include "extractors/tables/edges.h"

namespace muster {

// A cell in lines of its grid: it covers columns [col, col + colspan) and rows [row, row + rowspan).
struct GridCell {
  int row = 0, col = 0, rowspan = 1, colspan = 1;
  bool operator==(const GridCell&) const = default;
};

struct Grid {
  std::vector<float> xs, ys;      // lines from left to right and from top to bottom; one more than columns and rows
  std::vector<GridCell> cells;    // by row, then column; they tile the grid
  std::vector<Edge> edges;        // the edges it was made of

  int rows() const { return int(ys.size()) - 1; }
  int cols() const { return int(xs.size()) - 1; }
  Box box() const { return {xs.front(), ys.front(), xs.back(), ys.back()}; }
  Box box_of(const GridCell& c) const {
    return {xs[size_t(c.col)], ys[size_t(c.row)], xs[size_t(c.col + c.colspan)], ys[size_t(c.row + c.rowspan)]};
  }
};

// Sets of joined edges (horizontal first, by position) that touch one another directly or through others. A set has at
// least one edge of each direction.
std::vector<std::vector<Edge>> touching_edges(const std::vector<Edge>& edges);

// The grid of edges that touch. A side without a border ends where the edges end.
Grid grid_of(const std::vector<Edge>& edges);

// All grids of a page in reading order, from joined edges.
std::vector<Grid> find_grids(const std::vector<Edge>& edges);

}  // namespace muster
