#include "extractors/tables/text_rows.h"

#include <algorithm>

#include "extractors/tables/values.h"

namespace muster {
namespace {

// Baselines of one row differ by less than this: half of a raised or lowered line of a wrapped neighbour cell.
constexpr float same_row_em = 0.3f;
// Gaps within a phrase: a blank is 0.25 to 0.35 em.
constexpr float phrase_gap_em = 0.55f;
// Justified text stretches its blanks, all of a line alike: gaps up to this many times the line's usual one are blanks.
constexpr float stretched_gaps = 1.5f;
constexpr float widest_stretched_blank_em = 0.9f;
constexpr size_t least_gaps_to_tell = 4;
// Gaps within a number: "15 455", "12 (3.4)".
constexpr float number_gap_em = 0.5f;
// Two values further apart than this stand in two columns.
constexpr float value_gap_em = 0.38f;

bool continues_number(const TableWord& left, const TableWord& right) {
  if (is_thousands_head(left.text) && is_thousands_group(right.text)) return true;
  return right.text.starts_with("(") && is_value(right.text);
}

// The widest gap within a phrase of the row, in em: more where the row's text is stretched.
float phrase_gap(const std::vector<TableWord>& words, std::vector<size_t>::const_iterator first, std::vector<size_t>::const_iterator last) {
  std::vector<float> gaps;
  for (auto w = first; w != last && w + 1 != last; ++w) {
    const TableWord &a = words[*w], &b = words[*(w + 1)];
    if (!is_value(a.text) || !is_value(b.text)) gaps.push_back((b.box.x0 - a.box.x1) / std::max(a.size_pt, 1.0f));
  }
  if (gaps.size() < least_gaps_to_tell) return phrase_gap_em;
  std::nth_element(gaps.begin(), gaps.begin() + long(gaps.size() / 2), gaps.end());
  const float usual = gaps[gaps.size() / 2];
  return usual < widest_stretched_blank_em ? std::max(phrase_gap_em, stretched_gaps * usual) : phrase_gap_em;
}

bool same_chunk(const TableWord& left, const TableWord& right, float phrase_gap) {
  if (left.leader_after) return false;
  const float gap = right.box.x0 - left.box.x1, em = std::max(left.size_pt, right.size_pt);
  if (!is_value(left.text) || !is_value(right.text)) return gap < phrase_gap * em;
  return gap < (continues_number(left, right) ? number_gap_em : value_gap_em) * em;
}

}  // namespace

std::vector<size_t> TextRow::words() const {
  std::vector<size_t> all;
  for (const Chunk& chunk : chunks) all.insert(all.end(), chunk.words.begin(), chunk.words.end());
  return all;
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
    const float widest = phrase_gap(words, first, last);
    for (; first != last; ++first) {
      const TableWord& word = words[*first];
      if (row.chunks.empty() || !same_chunk(words[row.chunks.back().words.back()], word, widest)) row.chunks.emplace_back();
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
