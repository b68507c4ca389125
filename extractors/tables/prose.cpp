#include "extractors/tables/prose.h"

#include <algorithm>

#include "extractors/tables/values.h"
#include "schemas/text.h"

namespace muster {
namespace {

// Justified lines stretch their blanks up to this; gutters between columns of text are wider.
constexpr float widest_blank_em = 1.0f;
constexpr size_t least_words = 4;        // of a full line
constexpr size_t least_letters = 18;
constexpr size_t least_lines = 4;        // of a block
constexpr double least_full_share = 0.6; // lines that had to break, of all but the last
constexpr double most_value_share = 0.4; // lines with values beside them
constexpr float leading_em = 2.1f;       // between lines of one block; double spaced at most
constexpr float uneven_leading_share = 0.12f;  // lines of one paragraph are evenly spaced; wrapped labels of rows are not
constexpr float indent_em = 3.0f;
constexpr float blank_em = 0.25f;

struct Line {
  std::vector<size_t> words;
  Box box;
  float baseline = 0, size_pt = 0;
  bool full = false;         // enough words to be a line of running text
  bool beside_values = false;
  int next = -1;             // the line below of the same block
  bool has_previous = false;
  float leading = 0;         // distance to the line before of the same block, 0 for the first
};

size_t count_letters(const std::vector<TableWord>& words, const std::vector<size_t>& chosen) {
  size_t letters = 0;
  for (const size_t w : chosen)
    for (const char c : words[w].text) letters += is_letter(c) || (c & 0x80);
  return letters;
}

// Chunks of a row joined over the blanks of justified text.
std::vector<Line> lines_of_row(const std::vector<TableWord>& words, const TextRow& row) {
  std::vector<Line> lines;
  for (const Chunk& chunk : row.chunks) {
    const TableWord& first = words[chunk.words.front()];
    const bool joins = !lines.empty() && chunk.box.x0 - lines.back().box.x1 < widest_blank_em * first.size_pt &&
                       !is_value(first.text) && !words[lines.back().words.back()].leader_after;
    if (!joins) lines.push_back({{}, {}, first.baseline, first.size_pt});  // its own: a row may hold lines of two columns of text
    lines.back().words.insert(lines.back().words.end(), chunk.words.begin(), chunk.words.end());
    lines.back().box = united(lines.back().box, chunk.box);
  }
  for (Line& line : lines) line.full = line.words.size() >= least_words && count_letters(words, line.words) >= least_letters;
  for (size_t i = 0; i + 1 < lines.size(); ++i)
    lines[i].beside_values = is_value(text_of(words, lines[i + 1].words));
  return lines;
}

bool continues(const Line& a, const Line& b) {
  if (b.baseline - a.baseline > leading_em * a.size_pt || std::abs(a.size_pt - b.size_pt) > 0.15f * a.size_pt) return false;
  if (a.leading > 0 && std::abs(b.baseline - a.baseline - a.leading) > uneven_leading_share * a.leading) return false;
  const float common = std::min(a.box.x1, b.box.x1) - std::max(a.box.x0, b.box.x0);
  return common > 0.8f * std::min(a.box.width(), b.box.width()) && std::abs(a.box.x0 - b.box.x0) < indent_em * a.size_pt;
}

void link(std::vector<Line>& lines) {
  size_t first_near = 0;
  for (size_t k = 0; k < lines.size(); ++k) {
    while (lines[first_near].baseline < lines[k].baseline - leading_em * 72) ++first_near;  // sizes over an inch do not link
    for (size_t i = k; i-- > first_near;) {
      if (lines[i].next >= 0 || !lines[i].full || lines[i].baseline >= lines[k].baseline || !continues(lines[i], lines[k])) continue;
      lines[i].next = int(k);
      lines[k].has_previous = true;
      lines[k].leading = lines[k].baseline - lines[i].baseline;
      break;
    }
  }
}

bool had_to_break(const std::vector<TableWord>& words, const Line& a, const Line& b, float right) {
  return a.box.x1 + blank_em * a.size_pt + words[b.words.front()].box.width() > right;
}

bool is_prose(const std::vector<TableWord>& words, const std::vector<Line>& lines, const std::vector<size_t>& block) {
  if (block.size() < least_lines) return false;
  float right = 0;
  size_t broke = 0, beside_values = 0;
  for (const size_t i : block) {
    right = std::max(right, lines[i].box.x1);
    beside_values += lines[i].beside_values;
  }
  for (size_t i = 0; i + 1 < block.size(); ++i) broke += had_to_break(words, lines[block[i]], lines[block[i + 1]], right);
  return double(broke) >= least_full_share * double(block.size() - 1) &&
         double(beside_values) <= most_value_share * double(block.size());
}

}  // namespace

std::vector<bool> prose_words(const std::vector<TableWord>& words, const std::vector<TextRow>& rows) {
  std::vector<Line> lines;
  for (const TextRow& row : rows) {
    auto more = lines_of_row(words, row);
    std::move(more.begin(), more.end(), std::back_inserter(lines));
  }
  link(lines);
  std::vector<bool> prose(words.size(), false);
  for (size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].has_previous || lines[i].next < 0) continue;
    std::vector<size_t> block;
    for (int k = int(i); k >= 0; k = lines[size_t(k)].next) block.push_back(size_t(k));
    if (!is_prose(words, lines, block)) continue;
    for (const size_t k : block)
      for (const size_t w : lines[k].words) prose[w] = true;
  }
  return prose;
}

}  // namespace muster
