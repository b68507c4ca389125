// Superscripts: which small raised text is a footnote mark, and of which word.
#include <algorithm>

#include "extractors/tables/glyph_words.h"
#include "schemas/text.h"

namespace muster {
namespace {

constexpr float mark_size = 0.86f;        // largest size of a mark against its word
constexpr float mark_gap_em = 0.25f;      // a mark stands no further from its word
constexpr float mark_overlap_em = 0.3f;   // nor reaches further into it
constexpr float least_raise_em = 0.12f;   // of the mark's baseline over the word's
constexpr float most_raise_em = 0.85f;
constexpr float most_drop_em = 0.45f;     // of a lowered figure
constexpr size_t longest_mark_bytes = 8;  // "a,b,c", "(12)"

enum class Tie { none, after, before, lowered };

Tie tie_between(const TableWord& small, const TableWord& word, float word_end) {
  if (small.size_pt > mark_size * word.size_pt || small.turn || word.turn) return Tie::none;
  const float em = word.size_pt, raise = word.baseline - small.baseline;
  const bool follows = small.box.x0 - word_end < mark_gap_em * em && small.box.x0 - word_end > -mark_overlap_em * em;
  const bool leads = word.box.x0 - small.box.x1 < mark_gap_em * em && word.box.x0 - small.box.x1 > -mark_overlap_em * em;
  const bool raised = raise > least_raise_em * em && raise < most_raise_em * em;
  if (follows && raised) return Tie::after;
  if (leads && raised) return Tie::before;
  return follows && raise < 0 && -raise < most_drop_em * em ? Tie::lowered : Tie::none;
}

std::string as_superscript(std::string_view text) {
  static constexpr const char* figures[] = {"\u2070", "\u00B9", "\u00B2", "\u00B3", "\u2074",
                                            "\u2075", "\u2076", "\u2077", "\u2078", "\u2079"};
  std::string out;
  for (const char c : text) is_digit(c) ? out += figures[c - '0'] : out += c;
  return out;
}

bool is_ordinal_ending(const TableWord& word, std::string_view text) {
  const std::string t = ascii_lower(text);
  return is_digit(word.text.back()) && (t == "st" || t == "nd" || t == "rd" || t == "th");
}

// m2, km3: a short unit before a small power.
bool is_exponent(const TableWord& word, std::string_view text) {
  return word.text.size() <= 2 && (text == "2" || text == "3") &&
         std::all_of(word.text.begin(), word.text.end(), [](char c) { return is_letter(c) && c > 'Z'; });
}

void add_text(TableWord& word, const TableWord& small, const std::string& text) {
  word.text += text;
  word.box.x1 = std::max(word.box.x1, small.box.x1);
  word.glyphs.push_back(small.box);
  word.glyph_bytes.push_back(uint8_t(text.size()));
}

void tie(TableWord& word, const TableWord& small, Tie how) {
  if (how == Tie::before) word.leading_mark += small.text;
  else if (how == Tie::lowered || is_ordinal_ending(word, small.text)) add_text(word, small, small.text);
  else if (is_exponent(word, small.text)) add_text(word, small, as_superscript(small.text));
  else word.mark += small.text;
}

}  // namespace

std::vector<TableWord> marks_tied(std::vector<TableWord> words) {
  std::vector<float> ends(words.size());  // of each word with the marks tied so far
  std::vector<bool> tied(words.size(), false);
  for (size_t i = 0; i < words.size(); ++i) ends[i] = words[i].box.x1;
  std::vector<size_t> by_x(words.size());
  for (size_t i = 0; i < by_x.size(); ++i) by_x[i] = i;
  std::stable_sort(by_x.begin(), by_x.end(), [&](size_t a, size_t b) { return words[a].box.x0 < words[b].box.x0; });
  for (const size_t i : by_x) {
    const TableWord& small = words[i];
    if (small.text.size() > longest_mark_bytes) continue;
    const auto from = std::lower_bound(words.begin(), words.end(), small.baseline - 20,
                                       [](const TableWord& w, float y) { return w.baseline < y; });
    Tie best = Tie::none;
    size_t owner = 0;
    for (size_t k = size_t(from - words.begin()); k < words.size() && words[k].baseline < small.baseline + 20; ++k) {
      if (k == i || tied[k]) continue;
      const Tie how = tie_between(small, words[k], ends[k]);
      if (how != Tie::none && (best == Tie::none || how == Tie::after)) best = how, owner = k;
    }
    if (best == Tie::none) continue;
    tie(words[owner], small, best);
    tied[i] = true;
    ends[owner] = std::max(ends[owner], small.box.x1);
  }
  size_t kept = 0;
  for (size_t i = 0; i < words.size(); ++i)
    if (!tied[i]) {
      if (kept != i) words[kept] = std::move(words[i]);
      ++kept;
    }
  words.resize(kept);
  return words;
}

}  // namespace muster
