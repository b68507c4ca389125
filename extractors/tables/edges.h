// Rulings -> edges: lines that a reader of the page takes for borders, those on one line joined. Free of text, so that a
// scanned page can be cut into cells before it is read.
#pragma once

#include <vector>

#include "schemas/document.h"

namespace muster {

// A line of zero thickness. A horizontal edge has y `at` and runs from x `begin` to x `end`; a vertical one the other way.
struct Edge {
  bool horizontal = false;
  float at = 0;
  float begin = 0, end = 0;
  bool dashed = false;

  float length() const { return end - begin; }
  bool operator==(const Edge&) const = default;
};

// Edges nearer than this count as one line: double rules, and the two strokes that neighbouring cells each draw.
inline constexpr float snap_tolerance_pt = 3;
// Segments of one line with a smaller gap are one edge: rulings are drawn cell by cell with rounding between them. Rules
// under neighbouring headings leave gaps from 2 points on.
inline constexpr float join_tolerance_pt = 1;

// Every visible ruling as an edge, one for each drawn line. A white ruling is visible only on a darker shading.
std::vector<Edge> find_edges(const std::vector<Ruling>& rulings, const std::vector<Shading>& shadings);

// Borders of shadings that stand side by side like cells (three or more sharing corners), as edges.
std::vector<Edge> shading_edges(const std::vector<Shading>& shadings);

// Edges of one direction that are nearer than the snap tolerance moved onto one line, and joined along it.
// Horizontal ones first, then by position.
std::vector<Edge> joined_edges(std::vector<Edge> edges);

}  // namespace muster
