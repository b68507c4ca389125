#include "extractors/tables/text_rows.h"

#include <algorithm>

#include "extractors/tables/values.h"

namespace muster {
namespace {

// Baselines of one row differ by less than this: half of a raised or lowered line of a wrapped neighbour cell.
constexpr float same_row_em = 0.3f;
// Gaps within a phrase: justified prose stretches a blank of 0.25 em to about twice that.
constexpr float phrase_gap_em = 0.55f;
// Gaps within a number: "15 455", "12 (3.4)".
constexpr float number_gap_em = 0.45f;
// Two values further apart than this stand in two columns.
constexpr float value_gap_em = 0.2f;

bool continues_number(const TableWord& left, const TableWord& right) {
  if (is_thousands_head(left.text) && is_thousands_group(right.text)) return true;
  return right.text.starts_with("(") && is_value(right.text);
}

}  // namespace

std::vector<size_t> TextRow::words() const {
  std::vector<size_t> all;
  for (const Chunk& chunk : chunks) all.insert(all.end(), chunk.words.begin(), chunk.words.end());
  return all;
}

bool same_chunk(const TableWord& left, const TableWord& right) {
  if (left.leader_after) return false;
  const float gap = right.box.x0 - left.box.x1, em = std::max(left.size_pt, right.size_pt);
  if (!is_value(left.text) || !is_value(right.text)) return gap < phrase_gap_em * em;
  return gap < (continues_number(left, right) ? number_gap_em : value_gap_em) * em;
}

std::vector<TextRow> text_rows(const std::vector<TableWord>& words, const std::vector<size_t>& chosen) {
  std::vector<size_t> order;
  for (const size_t w : chosen)
    if (words[w].turn == 0) order.push_back(w);
  std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) { return words[a].baseline < words[b].baseline; });
  std::vector<TextRow> rows;
  for (auto first = order.begin(); first != order.end();) {
    auto last = first + 1;
    while (last != order.end() && words[*last].baseline - words[*first].baseline < same_row_em * words[*first].size_pt) ++last;
    std::stable_sort(first, last, [&](size_t a, size_t b) { return words[a].box.x0 < words[b].box.x0; });
    TextRow row{.baseline = words[*first].baseline};
    for (; first != last; ++first) {
      const TableWord& word = words[*first];
      if (row.chunks.empty() || !same_chunk(words[row.chunks.back().words.back()], word)) row.chunks.emplace_back();
      row.chunks.back().words.push_back(*first);
      row.chunks.back().box = united(row.chunks.back().box, word.box);
      row.box = united(row.box, word.box);
      row.size_pt = std::max(row.size_pt, word.size_pt);
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

std::string text_of(const std::vector<TableWord>& words, const std::vector<size_t>& chosen) {
  std::string text;
  for (const size_t w : chosen) {
    if (!text.empty()) text += ' ';
    text += words[w].text;
  }
  return text;
}

}  // namespace muster
