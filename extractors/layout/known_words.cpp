#include "extractors/layout/known_words.h"

#include "schemas/text.h"

namespace muster {
namespace {

// More words than any council paper has; beyond them nothing new is learnt.
constexpr size_t most_words = 50'000;

}  // namespace

KnownWords::KnownWords(const std::vector<TextLine>& lines) {
  for (const TextLine& line : lines) {
    const std::string lower = ascii_lower(line.text);
    for (size_t at = 0; at < lower.size() && words_.size() < most_words;) {
      size_t end = at;
      while (end < lower.size() && is_letter(lower[end])) ++end;
      if (end > at) words_.insert(lower.substr(at, end - at));
      at = end + 1;
    }
  }
}

bool KnownWords::has(std::string_view word) const { return words_.find(ascii_lower(word)) != words_.end(); }

}  // namespace muster
