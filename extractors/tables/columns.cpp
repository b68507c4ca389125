#include "extractors/tables/columns.h"

#include <algorithm>
#include <cmath>

namespace muster {
namespace {

// A row decides about gaps when it has at least this share of the chunks of the fullest rows.
constexpr double dense_share = 0.6;
// One row in this many may bridge a gap (a cell over several columns, a long label).
constexpr size_t rows_for_one_bridge = 9;
// Below this a gap is rounding.
constexpr float least_gap_pt = 0.8f;
// A vertical edge through this share of the height parts columns.
constexpr float edge_share = 0.5f;

struct Segment {
  float x0, x1;
};

std::vector<const TextRow*> dense_rows(const std::vector<TextRow>& rows) {
  std::vector<size_t> counts;
  for (const TextRow& row : rows) counts.push_back(row.chunks.size());
  if (counts.empty()) return {};
  std::sort(counts.begin(), counts.end());
  const size_t full = counts[counts.size() * 4 / 5];
  const size_t least = std::max<size_t>(2, size_t(std::lround(dense_share * double(full))));
  std::vector<const TextRow*> dense;
  for (const TextRow& row : rows)
    if (row.chunks.size() >= least) dense.push_back(&row);
  return dense;
}

// Strips that more than `bridges` rows cover, from left to right.
std::vector<TextColumn> covered_strips(const std::vector<Segment>& segments, size_t bridges) {
  std::vector<std::pair<float, int>> turns;
  for (const Segment& s : segments) {
    turns.push_back({s.x0, +1});
    turns.push_back({s.x1, -1});
  }
  std::sort(turns.begin(), turns.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first < b.first : a.second > b.second;
  });
  std::vector<TextColumn> strips;
  long depth = 0;
  for (const auto& [x, step] : turns) {
    const bool was_in = depth > long(bridges);
    depth += step;
    const bool is_in = depth > long(bridges);
    if (!was_in && is_in) strips.push_back({x, x});
    if (was_in && !is_in) strips.back().x1 = x;
  }
  return strips;
}

void join_near_strips(std::vector<TextColumn>& strips) {
  std::vector<TextColumn> joined;
  for (const TextColumn& s : strips)
    if (!joined.empty() && s.x0 - joined.back().x1 < least_gap_pt) joined.back().x1 = std::max(joined.back().x1, s.x1);
    else joined.push_back(s);
  strips = std::move(joined);
}

// Columns that few rows fill lie between the strips that many rows cover.
void add_sparse_columns(const std::vector<Segment>& segments, std::vector<TextColumn>& columns) {
  std::vector<Segment> apart;
  for (const Segment& s : segments)
    if (std::none_of(columns.begin(), columns.end(), [&](const TextColumn& c) { return s.x0 < c.x1 + least_gap_pt && s.x1 > c.x0 - least_gap_pt; }))
      apart.push_back(s);
  for (const TextColumn& c : covered_strips(apart, 0)) columns.push_back(c);
  std::sort(columns.begin(), columns.end(), [](const TextColumn& a, const TextColumn& b) { return a.x0 < b.x0; });
}

void part_at_edges(std::vector<TextColumn>& columns, const std::vector<Edge>& edges, const Box& box) {
  for (const Edge& e : edges) {
    if (e.horizontal) continue;
    const float through = std::min(e.end, box.y1) - std::max(e.begin, box.y0);
    if (through < edge_share * box.height()) continue;
    for (size_t i = 0; i < columns.size(); ++i)
      if (columns[i].x0 + least_gap_pt < e.at && e.at < columns[i].x1 - least_gap_pt) {
        columns.insert(columns.begin() + long(i) + 1, {e.at, columns[i].x1});
        columns[i].x1 = e.at;
        break;
      }
  }
}

bool is_sign_before(std::string_view text) { return text == "$" || text == "\u00A3" || text == "\u20AC" || text == "($" || text == "-$"; }
bool is_sign_after(std::string_view text) { return text == "%" || text == ")" || text == "%)" || text == "]"; }

// Whether all words of the column in the rows pass.
template <class Test>
bool all_words(const std::vector<TableWord>& words, const std::vector<const TextRow*>& rows, const std::vector<TextColumn>& columns,
               size_t col, Test test) {
  bool any = false;
  for (const TextRow* row : rows)
    for (const Chunk& chunk : row->chunks) {
      const TableWord& first = words[chunk.words.front()];
      if (column_of(columns, first.box) != col) continue;  // a label may run on over the gap
      if (!test(first.text)) return false;
      any = true;
    }
  return any;
}

void join_sign_columns(const std::vector<TableWord>& words, const std::vector<const TextRow*>& rows, std::vector<TextColumn>& columns) {
  for (size_t i = 0; i < columns.size(); ++i) {
    if (i + 1 < columns.size() && all_words(words, rows, columns, i, is_sign_before)) {
      columns[i].x1 = columns[i + 1].x1;
      columns.erase(columns.begin() + long(i) + 1);
    } else if (i > 0 && all_words(words, rows, columns, i, is_sign_after)) {
      columns[i - 1].x1 = columns[i].x1;
      columns.erase(columns.begin() + long(i));
      --i;
    }
  }
}

}  // namespace

std::vector<TextColumn> find_columns(const std::vector<TableWord>& words, const std::vector<TextRow>& rows,
                                 const std::vector<Edge>& edges) {
  const auto dense = dense_rows(rows);
  std::vector<Segment> segments;
  Box box;
  for (const TextRow* row : dense)
    for (const Chunk& chunk : row->chunks) {
      segments.push_back({chunk.box.x0, chunk.box.x1});
      box = united(box, chunk.box);
    }
  std::vector<TextColumn> columns = covered_strips(segments, dense.size() / rows_for_one_bridge);
  add_sparse_columns(segments, columns);
  join_near_strips(columns);
  part_at_edges(columns, edges, box);
  join_sign_columns(words, dense, columns);
  return columns;
}

size_t column_of(const std::vector<TextColumn>& columns, const Box& box) {
  size_t best = 0;
  float nearest = 1e9f;
  for (size_t i = 0; i < columns.size(); ++i) {
    const float x = box.center_x();
    const float distance = std::max({columns[i].x0 - x, x - columns[i].x1, 0.0f});
    if (distance < nearest) {
      nearest = distance;
      best = i;
    }
  }
  return best;
}

}  // namespace muster
