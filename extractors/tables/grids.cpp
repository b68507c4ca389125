#include "extractors/tables/grids.h"

#include <algorithm>
#include <numeric>

namespace muster {
namespace {

// How far an edge may end before another and still touch it: corners drawn with half a line's width missing.
constexpr float touch_tolerance_pt = 3;
// Two places are parted when the edge between them covers this share of their common side.
constexpr float parting_share = 0.6f;
// Lines of one direction and places in one grid; a drawing has more, a table does not.
constexpr size_t most_lines = 400;
constexpr size_t most_places = 20'000;

// Sets of numbers 0..n-1 that have been joined pairwise.
class DisjointSets {
 public:
  explicit DisjointSets(size_t n) : parent_(n) { std::iota(parent_.begin(), parent_.end(), size_t{0}); }
  size_t root(size_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void join(size_t a, size_t b) {
    a = root(a);
    b = root(b);
    parent_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<size_t> parent_;
};

bool touch(const Edge& h, const Edge& v) {
  return h.begin - touch_tolerance_pt <= v.at && v.at <= h.end + touch_tolerance_pt &&
         v.begin - touch_tolerance_pt <= h.at && h.at <= v.end + touch_tolerance_pt;
}

// Positions of the edges of one direction, in order, with the ends of the others as outer lines.
std::vector<float> lines(const std::vector<Edge>& edges, bool horizontal) {
  std::vector<float> at;
  float first = 1e9f, last = -1e9f;
  for (const Edge& e : edges) {
    if (e.horizontal == horizontal) {
      at.push_back(e.at);
    } else {
      first = std::min(first, e.begin);
      last = std::max(last, e.end);
    }
  }
  std::sort(at.begin(), at.end());
  at.erase(std::unique(at.begin(), at.end()), at.end());
  if (!at.empty() && first < at.front() - 2 * touch_tolerance_pt) at.insert(at.begin(), first);
  if (!at.empty() && last > at.back() + 2 * touch_tolerance_pt) at.push_back(last);
  return at;
}

// Share of [begin, end] on the line `at` that edges of the direction cover.
float covered(const std::vector<Edge>& edges, bool horizontal, float at, float begin, float end) {
  float length = 0;
  for (const Edge& e : edges)
    if (e.horizontal == horizontal && e.at == at) length += std::max(0.0f, std::min(e.end, end) - std::max(e.begin, begin));
  return length / std::max(end - begin, 0.01f);
}

// Which neighbouring places of the grid have no border between them.
struct Openings {
  int rows, cols;
  std::vector<bool> right, below;  // by place: open towards the right neighbour, towards the one below

  size_t place(int row, int col) const { return size_t(row) * size_t(cols) + size_t(col); }
};

Openings find_openings(const Grid& grid) {
  Openings open{grid.rows(), grid.cols(), {}, {}};
  open.right.resize(size_t(open.rows) * size_t(open.cols));
  open.below.resize(open.right.size());
  for (int r = 0; r < open.rows; ++r)
    for (int c = 0; c < open.cols; ++c) {
      const float x0 = grid.xs[size_t(c)], x1 = grid.xs[size_t(c) + 1], y0 = grid.ys[size_t(r)], y1 = grid.ys[size_t(r) + 1];
      if (c + 1 < open.cols) open.right[open.place(r, c)] = covered(grid.edges, false, x1, y0, y1) < parting_share;
      if (r + 1 < open.rows) open.below[open.place(r, c)] = covered(grid.edges, true, y1, x0, x1) < parting_share;
    }
  return open;
}

// Whether places [col, col + width) of the row are all open downwards and the row below has the same run of open places.
bool continues_below(const Openings& open, const GridCell& cell, int row) {
  if (row + 1 >= open.rows) return false;
  for (int c = cell.col; c < cell.col + cell.colspan; ++c) {
    if (!open.below[open.place(row, c)]) return false;
    if (c + 1 < cell.col + cell.colspan && !open.right[open.place(row + 1, c)]) return false;
  }
  const int last = cell.col + cell.colspan - 1;
  const bool opens_left = cell.col > 0 && open.right[open.place(row + 1, cell.col - 1)];
  const bool opens_right = last + 1 < open.cols && open.right[open.place(row + 1, last)];
  return !opens_left && !opens_right;
}

// Cells as the largest rectangles of open places: along the row first, then down while the run stays the same.
std::vector<GridCell> rectangles(const Openings& open) {
  std::vector<GridCell> cells;
  std::vector<bool> taken(open.right.size(), false);
  for (int r = 0; r < open.rows; ++r)
    for (int c = 0; c < open.cols; ++c) {
      if (taken[open.place(r, c)]) continue;
      GridCell cell{r, c, 1, 1};
      while (c + cell.colspan < open.cols && open.right[open.place(r, c + cell.colspan - 1)] &&
             !taken[open.place(r, c + cell.colspan)])
        ++cell.colspan;
      while (continues_below(open, cell, r + cell.rowspan - 1)) ++cell.rowspan;
      for (int i = r; i < r + cell.rowspan; ++i)
        for (int k = c; k < c + cell.colspan; ++k) taken[open.place(i, k)] = true;
      cells.push_back(cell);
    }
  return cells;
}

}  // namespace

std::vector<std::vector<Edge>> touching_edges(const std::vector<Edge>& edges) {
  DisjointSets sets(edges.size());
  const auto first_vertical = std::find_if(edges.begin(), edges.end(), [](const Edge& e) { return !e.horizontal; });
  for (auto v = first_vertical; v != edges.end(); ++v) {
    auto h = std::lower_bound(edges.begin(), first_vertical, v->begin - touch_tolerance_pt,
                              [](const Edge& e, float y) { return e.at < y; });
    for (; h != first_vertical && h->at <= v->end + touch_tolerance_pt; ++h)
      if (touch(*h, *v)) sets.join(size_t(h - edges.begin()), size_t(v - edges.begin()));
  }
  std::vector<std::vector<Edge>> groups(edges.size());
  for (size_t i = 0; i < edges.size(); ++i) groups[sets.root(i)].push_back(edges[i]);
  std::erase_if(groups, [](const std::vector<Edge>& g) { return g.size() < 2; });
  return groups;
}

Grid grid_of(const std::vector<Edge>& edges) {
  Grid grid;
  grid.xs = lines(edges, false);
  grid.ys = lines(edges, true);
  grid.edges = edges;
  if (grid.xs.size() < 2 || grid.ys.size() < 2 || grid.xs.size() > most_lines || grid.ys.size() > most_lines ||
      grid.xs.size() * grid.ys.size() > most_places)
    return {};
  grid.cells = rectangles(find_openings(grid));
  return grid;
}

std::vector<Grid> find_grids(const std::vector<Edge>& edges) {
  std::vector<Grid> grids;
  for (const auto& group : touching_edges(edges)) {
    Grid grid = grid_of(group);
    if (!grid.cells.empty()) grids.push_back(std::move(grid));
  }
  std::stable_sort(grids.begin(), grids.end(), [](const Grid& a, const Grid& b) { return a.box().y0 < b.box().y0; });
  return grids;
}

}  // namespace muster
