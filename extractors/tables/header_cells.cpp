#include "extractors/tables/header_cells.h"

#include <algorithm>

#include "extractors/tables/heading_spans.h"

namespace muster {
namespace {

// A gap this many times as wide as the narrowest blank of its line parts two headings.
constexpr float wider_than_blank = 1.25f;

ColumnHeading heading_of(const std::vector<TableWord>& words, std::vector<size_t> chosen, const TextRow& line) {
  ColumnHeading heading{std::move(chosen), {}, line.baseline, line.baseline, line.size_pt};
  for (const size_t w : heading.words) heading.box = united(heading.box, words[w].box);
  return heading;
}

// Whether anything stands below the line in the columns of both words: only then can a heading span the two.
bool has_lines_below(const std::vector<TextRow>& lines, size_t i, const TextColumn& a, const TextColumn& b) {
  bool below_a = false, below_b = false;
  for (size_t k = i + 1; k < lines.size(); ++k)
    for (const Chunk& chunk : lines[k].chunks) {
      below_a = below_a || covers(chunk.box, a);
      below_b = below_b || covers(chunk.box, b);
    }
  return below_a && below_b;
}

// Parts of a line over the same columns are one heading with wide blanks.
std::vector<ColumnHeading> one_each(std::vector<ColumnHeading> parts, const std::vector<TextColumn>& columns) {
  std::vector<ColumnHeading> headings;
  for (ColumnHeading& h : parts) {
    set_columns(h, columns);
    if (headings.empty() || headings.back().first != h.first || headings.back().last != h.last) {
      headings.push_back(std::move(h));
      continue;
    }
    headings.back().words.insert(headings.back().words.end(), h.words.begin(), h.words.end());
    headings.back().box = united(headings.back().box, h.box);
  }
  return headings;
}

// The blank between two of three or more words; 0 where there are fewer.
float narrowest_blank(const std::vector<TableWord>& words, const Chunk& chunk) {
  if (chunk.words.size() < 3) return 0;
  float narrowest = 1e9f;
  for (size_t k = 1; k < chunk.words.size(); ++k)
    narrowest = std::min(narrowest, words[chunk.words[k]].box.x0 - words[chunk.words[k - 1]].box.x1);
  return narrowest;
}

// Whether the chunk, from its word k on, stands over the column's own figures; a heading wider than its figures only hangs over
// towards the next column.
bool reaches(const std::vector<TableWord>& words, const Chunk& chunk, size_t k, const TextColumn& column) {
  return std::any_of(chunk.words.begin() + long(k), chunk.words.end(), [&](size_t w) { return covers(words[w].box, column); });
}

bool touches(const Box& box, const TextColumn& column) { return box.x0 < column.x1 && column.x0 < box.x1; }

// Headings centred over numbers set to the right reach into the gap before their column: a phrase that touches the
// figures of one of two columns alone is one heading, wherever its single words lie nearest.
bool touches_both(const Chunk& chunk, const TextColumn& a, const TextColumn& b) { return touches(chunk.box, a) == touches(chunk.box, b); }

// Cuts a line's chunks where a column's gap runs between two words of different headings.
std::vector<ColumnHeading> headings_of_line(const std::vector<TableWord>& words, const std::vector<TextRow>& lines, size_t i,
                                      const std::vector<TextColumn>& columns) {
  std::vector<ColumnHeading> headings;
  for (const Chunk& chunk : lines[i].chunks) {
    std::vector<size_t> part{chunk.words.front()};
    const float blank = narrowest_blank(words, chunk);
    for (size_t k = 1; k < chunk.words.size(); ++k) {
      const TableWord &a = words[chunk.words[k - 1]], &b = words[chunk.words[k]];
      const size_t col_a = column_of(columns, a.box), col_b = column_of(columns, b.box);
      const bool wide = b.box.x0 - a.box.x1 > std::max(heading_gap_em * a.size_pt, wider_than_blank * blank);
      const bool two = reaches(words, chunk, k, columns[col_b]) && touches_both(chunk, columns[col_a], columns[col_b]);
      const bool apart = wide || (two && !has_lines_below(lines, i, columns[col_a], columns[col_b]));
      if (col_a != col_b && apart) {
        headings.push_back(heading_of(words, std::move(part), lines[i]));
        part.clear();
      }
      part.push_back(chunk.words[k]);
    }
    headings.push_back(heading_of(words, std::move(part), lines[i]));
  }
  return one_each(std::move(headings), columns);
}

// The lowest heading so far above this one, -1 where none.
int heading_above(const std::vector<ColumnHeading>& headings, const ColumnHeading& heading) {
  int found = -1;
  for (size_t i = 0; i < headings.size(); ++i)
    if (headings[i].overlaps(heading) && (found < 0 || headings[i].last_baseline > headings[size_t(found)].last_baseline)) found = int(i);
  return found;
}

// Takes a line's headings in: as a further line of the heading above, or on the level below it.
void stack(std::vector<ColumnHeading>& headings, std::vector<ColumnHeading> line) {
  const size_t before = headings.size();
  for (ColumnHeading& h : line) {
    const std::vector<ColumnHeading> above(headings.begin(), headings.begin() + long(before));
    const int up = heading_above(above, h);
    if (up >= 0 && headings[size_t(up)].first == h.first && headings[size_t(up)].last == h.last && !apart_on_ground(headings[size_t(up)], h)) {
      ColumnHeading& upper = headings[size_t(up)];
      upper.words.insert(upper.words.end(), h.words.begin(), h.words.end());
      upper.box = united(upper.box, h.box);
      upper.last_baseline = h.last_baseline;
    } else {
      h.level = up < 0 ? 0 : headings[size_t(up)].level + 1;
      headings.push_back(std::move(h));
    }
  }
}

// The level whose headings stand at the height of the baseline.
int level_at(const std::vector<ColumnHeading>& headings, float baseline, int levels) {
  int level = 0;
  for (int k = 1; k < levels; ++k) {
    float top = 1e9f;
    for (const ColumnHeading& h : headings)
      if (h.level == k) top = std::min(top, h.first_baseline);
    if (baseline >= top - 1) level = k;
  }
  return level;
}

// What stands over and under each other in the header's lines, from left to right.
std::vector<TextColumn> heading_blocks(const std::vector<TextRow>& lines) {
  std::vector<TextColumn> chunks, blocks;
  for (const TextRow& line : lines)
    for (const Chunk& chunk : line.chunks) chunks.push_back({chunk.box.x0, chunk.box.x1});
  std::sort(chunks.begin(), chunks.end(), [](const TextColumn& a, const TextColumn& b) { return a.x0 < b.x0; });
  for (const TextColumn& chunk : chunks) {
    if (blocks.empty() || chunk.x0 > blocks.back().x1) blocks.push_back(chunk);
    else blocks.back().x1 = std::max(blocks.back().x1, chunk.x1);
  }
  return blocks;
}

// The columns as wide as their headings where every column has one heading of its own. Headings set to the left over figures set to the
// right may stand clear of their figures, and nearer to those of the column before.
std::vector<TextColumn> with_own_headings(const std::vector<TextRow>& lines, std::vector<TextColumn> columns) {
  const std::vector<TextColumn> blocks = heading_blocks(lines);
  const size_t stub = columns.size() - blocks.size();  // 1: the stub has no heading
  if (blocks.empty() || blocks.size() > columns.size() || stub > 1) return columns;
  std::vector<TextColumn> wide = columns;
  bool clear = false;  // some heading stands beside its figures
  for (size_t i = 0; i < blocks.size(); ++i) {
    const size_t col = i + stub;
    if (blocks[i].x0 > columns[col].x1 || (col > 0 && blocks[i].x0 < columns[col - 1].x1)) return columns;
    clear = clear || blocks[i].x1 < columns[col].x0;
    wide[col] = {std::min(columns[col].x0, blocks[i].x0), std::max(columns[col].x1, blocks[i].x1)};
  }
  if (!clear) return columns;
  for (size_t col = 1; col < wide.size(); ++col)
    if (wide[col].x0 <= wide[col - 1].x1) return columns;
  return wide;
}

}  // namespace

HeaderCells header_cells(const std::vector<TableWord>& words, const std::vector<TextRow>& lines,
                         const std::vector<TextColumn>& body_columns, const HeaderGround& ground) {
  const std::vector<TextColumn> columns = with_own_headings(lines, body_columns);
  std::vector<std::vector<ColumnHeading>> by_line;
  for (size_t i = 0; i < lines.size(); ++i) by_line.push_back(headings_of_line(words, lines, i, columns));
  find_spans(words, by_line, lines, columns, ground);
  std::vector<ColumnHeading> headings;
  for (auto& line : by_line) stack(headings, std::move(line));
  HeaderCells out;
  for (const ColumnHeading& h : headings) out.rows = std::max(out.rows, h.level + 1);
  for (const ColumnHeading& h : headings) {
    int row = h.level, end = h.level;
    const bool alone = std::none_of(headings.begin(), headings.end(), [&](const ColumnHeading& o) { return &o != &h && o.overlaps(h); });
    if (alone && !h.spans()) {
      row = level_at(headings, h.first_baseline, out.rows);
      end = level_at(headings, h.last_baseline, out.rows);
    }
    ReadCell cell{row, int(h.first), end - row + 1, int(h.last - h.first) + 1, h.box, h.words, CellKind::column_header};
    cell.header_level = row;
    out.cells.push_back(std::move(cell));
  }
  return out;
}

}  // namespace muster
