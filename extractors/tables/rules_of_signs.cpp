#include "extractors/tables/rules_of_signs.h"

#include <algorithm>

namespace muster {
namespace {

// Fewer hyphens or equal signs are a placeholder for a figure.
constexpr size_t least_signs = 5;
// A column of ":" or "|" runs over at least so many lines, each next to the one before.
constexpr size_t least_lines = 3;
constexpr float next_line_em = 2.2f;
// A typewriter's colon is as wide as its letters; in other faces it is narrow, and stands for "not available".
constexpr float least_typewriter_em = 0.45f;
constexpr float same_place_em = 0.2f;

bool is_across(const TableWord& word) {
  const char sign = word.text.front();
  return word.turn == 0 && word.text.size() >= least_signs && (sign == '-' || sign == '=') &&
         std::all_of(word.text.begin(), word.text.end(), [&](char c) { return c == sign; });
}

bool is_upright_sign(const TableWord& word) {
  return word.turn == 0 && (word.text == "|" || (word.text == ":" && word.box.width() > least_typewriter_em * word.size_pt));
}

// Signs that stand one under the other, as indices of the words; lines from top to bottom.
std::vector<std::vector<size_t>> upright_runs(const std::vector<TableWord>& words) {
  std::vector<std::vector<size_t>> runs;
  for (size_t i = 0; i < words.size(); ++i) {
    if (!is_upright_sign(words[i])) continue;
    const auto run = std::find_if(runs.begin(), runs.end(), [&](const std::vector<size_t>& r) {
      const TableWord& above = words[r.back()];
      return std::abs(above.box.center_x() - words[i].box.center_x()) < same_place_em * above.size_pt &&
             words[i].baseline - above.baseline < next_line_em * above.size_pt;
    });
    if (run == runs.end()) runs.push_back({i});
    else run->push_back(i);
  }
  std::erase_if(runs, [](const auto& run) { return run.size() < least_lines; });
  return runs;
}

}  // namespace

std::vector<Ruling> rules_of_signs(std::vector<TableWord>& words) {
  std::vector<Ruling> rulings;
  for (const auto& run : upright_runs(words)) {
    Box box;
    for (const size_t i : run) box = united(box, words[i].box);
    rulings.push_back({{box.center_x(), box.y0, box.center_x(), box.y1}, false});
    for (const size_t i : run) words[i].text.clear();
  }
  for (TableWord& word : words) {
    if (word.text.empty() || !is_across(word)) continue;
    rulings.push_back({{word.box.x0, word.box.center_y(), word.box.x1, word.box.center_y()}, true});
    word.text.clear();
  }
  std::erase_if(words, [](const TableWord& word) { return word.text.empty(); });
  return rulings;
}

}  // namespace muster
