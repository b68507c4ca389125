#include "extractors/tables/glyph_words.h"

#include <algorithm>

#include "schemas/text.h"

namespace muster {
namespace {

// Glyphs whose baselines differ by less than this part of the size stand on one line; superscripts are raised by more.
constexpr float same_baseline_em = 0.12f;
// A gap that parts two words where the producer wrote no blank; blanks are 0.2 to 0.35 em, kerning stays below 0.1.
constexpr float word_gap_em = 0.16f;
// A blank parts two words only with room for it: padding of another column may lie under the letters of this one.
constexpr float least_blank_em = 0.05f;
// The same letter drawn again this near is a bold face made by drawing twice.
constexpr float doubled_glyph_em = 0.12f;
// Fewer dots than this in a row are an ellipsis or a sign for "not available", not a leader.
constexpr size_t least_leader_dots = 4;
// Dots of a leader stand no further apart than this.
constexpr float leader_pitch_em = 1.6f;
// Leaders of one table end this near to one another.
constexpr float same_leader_end_em = 0.3f;

bool is_blank(std::string_view text) { return trimmed(text).empty(); }

bool is_leader_dot(std::string_view text) { return text == "." || text == "\u00B7" || text == "_" || text == "\u2026"; }

bool is_doubled(const UprightGlyph& a, const UprightGlyph& b) {
  const float near = doubled_glyph_em * std::max(a.size_pt, 1.0f);
  return a.text == b.text && std::abs(a.box.x0 - b.box.x0) < near && std::abs(a.baseline - b.baseline) < near;
}

using GlyphIterator = std::vector<UprightGlyph>::iterator;

// Sorts into lines from top to bottom, each from left to right; returns where each line ends.
std::vector<GlyphIterator> sort_into_lines(std::vector<UprightGlyph>& glyphs) {
  std::stable_sort(glyphs.begin(), glyphs.end(),
                   [](const UprightGlyph& a, const UprightGlyph& b) { return a.baseline < b.baseline; });
  std::vector<GlyphIterator> ends;
  for (auto first = glyphs.begin(); first != glyphs.end();) {
    auto last = first + 1;
    while (last != glyphs.end() && last->baseline - first->baseline <= same_baseline_em * std::max(first->size_pt, 1.0f)) ++last;
    std::stable_sort(first, last, [](const UprightGlyph& a, const UprightGlyph& b) { return a.box.x0 < b.box.x0; });
    ends.push_back(first = last);
  }
  return ends;
}

// The end of a leader that starts at `first`, or `first` where there is none.
GlyphIterator leader_end(GlyphIterator first, GlyphIterator end) {
  size_t dots = 0;
  auto after_last_dot = first;
  for (auto g = first; g != end; ++g) {
    if (is_blank(g->text)) continue;
    if (!is_leader_dot(g->text) || g->text != first->text) break;
    if (dots && g->box.x0 - (after_last_dot - 1)->box.x1 > leader_pitch_em * g->size_pt) break;
    dots += g->text == "\u2026" ? 3 : 1;
    after_last_dot = g + 1;
  }
  return dots >= least_leader_dots ? after_last_dot : first;
}

void append(TableWord& word, const UprightGlyph& g) {
  if (word.text.empty()) {
    word.baseline = g.baseline;
    word.tag = g.tag;
    word.size_pt = g.size_pt;
    if (g.style) {
      word.bold = g.style->bold;
      word.italic = g.style->italic;
      word.rgb = g.style->rgb;
    }
  }
  word.box = united(word.box, g.box);
  word.text += g.text;
  word.glyphs.push_back(g.box);
  word.glyph_bytes.push_back(uint8_t(g.text.size()));
}

void words_of_line(GlyphIterator first, GlyphIterator end, std::vector<TableWord>& words, std::vector<float>& leader_ends) {
  bool open = false, blank = false;
  const size_t words_before = words.size();
  for (auto g = first; g != end;) {
    if (const auto after = leader_end(g, end); after != g) {
      if (words.size() > words_before) words.back().leader_after = true;
      leader_ends.push_back((after - 1)->box.x1);
      open = false;
      g = after;
      continue;
    }
    if (is_blank(g->text)) {
      blank = true;
    } else {
      const float gap = open ? g->box.x0 - words.back().box.x1 : 0;
      if (!open || gap > (blank ? least_blank_em : word_gap_em) * g->size_pt || g->tag != words.back().tag) words.emplace_back();
      append(words.back(), *g);
      open = true;
      blank = false;
    }
    ++g;
  }
}

std::vector<UprightGlyph> without_doubles(std::vector<UprightGlyph> glyphs, std::vector<GlyphIterator>& ends) {
  std::vector<UprightGlyph> kept;
  std::vector<size_t> kept_ends;
  auto first = glyphs.begin();
  for (const auto end : ends) {
    const size_t line_begin = kept.size();
    for (; first != end; ++first) {
      bool doubled = false;
      for (size_t k = kept.size(); k > line_begin && k + 3 > kept.size() && !doubled; --k) doubled = is_doubled(kept[k - 1], *first);
      if (!doubled) kept.push_back(*first);
    }
    kept_ends.push_back(kept.size());
  }
  ends.clear();
  for (const size_t e : kept_ends) ends.push_back(kept.begin() + long(e));
  return kept;
}

// A long label leaves room for a dot or two of its leader; they end where the other lines' leaders end.
void drop_rests_of_leaders(std::vector<TableWord>& words, const std::vector<float>& leader_ends) {
  const auto is_rest = [&](const TableWord& word) {
    return word.text.size() < least_leader_dots && std::all_of(word.text.begin(), word.text.end(), [](char c) { return c == '.'; }) &&
           std::any_of(leader_ends.begin(), leader_ends.end(), [&](float end) { return std::abs(end - word.box.x1) < same_leader_end_em * word.size_pt; });
  };
  for (size_t i = 1; i < words.size(); ++i)
    if (is_rest(words[i]) && words[i - 1].box.x1 < words[i].box.x0) words[i - 1].leader_after = true;
  std::erase_if(words, is_rest);
}

}  // namespace

std::vector<TableWord> words_of_glyphs(std::vector<UprightGlyph> glyphs) {
  auto ends = sort_into_lines(glyphs);
  glyphs = without_doubles(std::move(glyphs), ends);
  std::vector<TableWord> words;
  std::vector<float> leader_ends;
  auto first = glyphs.begin();
  for (const auto end : ends) {
    words_of_line(first, end, words, leader_ends);
    first = end;
  }
  drop_rests_of_leaders(words, leader_ends);
  return marks_tied(std::move(words));
}

std::pair<TableWord, TableWord> cut_at(const TableWord& word, float x) {
  if (word.turn || x <= word.box.x0 || x >= word.box.x1) return {word, {}};
  TableWord left = word, right = word;
  left.text.clear(), left.glyphs.clear(), left.glyph_bytes.clear(), left.box = {};
  right.text.clear(), right.glyphs.clear(), right.glyph_bytes.clear(), right.box = {};
  size_t byte = 0;
  for (size_t i = 0; i < word.glyphs.size(); ++i) {
    TableWord& part = word.glyphs[i].center_x() < x ? left : right;
    part.text.append(word.text, byte, word.glyph_bytes[i]);
    part.glyphs.push_back(word.glyphs[i]);
    part.glyph_bytes.push_back(word.glyph_bytes[i]);
    part.box = united(part.box, word.glyphs[i]);
    byte += word.glyph_bytes[i];
  }
  if (left.text.empty() || right.text.empty()) return {word, {}};
  left.mark.clear(), left.leader_after = false, right.leading_mark.clear();
  return {left, right};
}

}  // namespace muster
