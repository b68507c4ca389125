#include "extractors/tables/broken_words.h"

#include <algorithm>

#include "schemas/text.h"

namespace muster {
namespace {

// Fewer letters on either side are a prefix or an initial.
constexpr size_t least_part_bytes = 2;

size_t letters_before(const std::string& text, size_t at) {
  size_t n = 0;
  while (n < at && is_letter(text[at - n - 1])) ++n;
  return n;
}

size_t letters_after(const std::string& text, size_t at) {
  size_t n = 0;
  while (at + n < text.size() && is_letter(text[at + n])) ++n;
  return n;
}

bool is_small(char c) { return c >= 'a' && c <= 'z'; }

}  // namespace

void take_words(const PageView& view, std::set<std::string>& words) {
  for (const TableWord& word : view.words) {
    const auto first = std::find_if(word.text.begin(), word.text.end(), is_letter);
    const auto last = std::find_if(word.text.rbegin(), word.text.rend(), is_letter).base();
    if (first < last) words.insert(ascii_lower(std::string(first, last)));
  }
}

void mend_broken_words(Table& table, const std::set<std::string>& words) {
  for (Cell& cell : table.cells) {
    if (cell.kind == CellKind::data || cell.kind == CellKind::blank) continue;
    for (size_t at = cell.text.find('-'); at != std::string::npos; at = cell.text.find('-', at + 1)) {
      const size_t before = letters_before(cell.text, at), after = letters_after(cell.text, at + 1);
      if (before < least_part_bytes || after < least_part_bytes || !is_small(cell.text[at + 1])) continue;
      const std::string head = ascii_lower(cell.text.substr(at - before, before)), tail = ascii_lower(cell.text.substr(at + 1, after));
      if (words.contains(head + tail) && !words.contains(head + "-" + tail)) cell.text.erase(at, 1);
    }
  }
}

}  // namespace muster
