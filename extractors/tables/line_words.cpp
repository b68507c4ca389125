#include "extractors/tables/line_words.h"

#include <algorithm>

#include "extractors/tables/flat_grid.h"
#include "schemas/text.h"

namespace muster {
namespace {

// Two dots alone stand for a figure that is not available.
constexpr size_t fewest_leader_dots = 3;

size_t dots_in(std::string_view text) {
  size_t dots = static_cast<size_t>(std::count(text.begin(), text.end(), '.'));
  for (size_t at = text.find("\u2026"); at != std::string_view::npos; at = text.find("\u2026", at + 1)) dots += fewest_leader_dots;
  return dots;
}

bool is_dots(std::string_view word) {
  std::string rest(word);
  std::erase(rest, '.');
  for (size_t at = rest.find("\u2026"); at != std::string::npos; at = rest.find("\u2026")) rest.erase(at, std::string_view("\u2026").size());
  return rest.empty();
}

// The word without the dots at its end.
std::string_view without_dots(std::string_view word) {
  while (word.ends_with('.') || word.ends_with("\u2026")) word.remove_suffix(word.ends_with('.') ? 1 : std::string_view("\u2026").size());
  return word;
}

}  // namespace

Words words_of(std::string_view text) {
  Words words;
  for (std::string_view word : split(trimmed(text), ' '))
    if (!trimmed(word).empty()) words.push_back(trimmed(word));
  return words;
}

Words words_without_leader(std::string_view text) {
  Words words = words_of(text);
  const auto label_end = std::find_if(words.begin(), words.end(), [](std::string_view w) { return is_dots(w) || (dots_in(w) >= fewest_leader_dots && !is_dots(w)); });
  if (label_end == words.end()) return words;
  const auto glued = is_dots(*label_end) ? label_end : label_end + 1;
  const auto rest = std::find_if_not(glued, words.end(), is_dots);
  size_t dots = 0;
  for (auto w = label_end; w != rest; ++w) dots += dots_in(*w);
  if (dots < fewest_leader_dots || rest == words.end() || !is_figure(*rest) || (glued == label_end && label_end == words.begin())) return words;
  if (glued != label_end) *label_end = without_dots(*label_end);
  words.erase(glued, rest);
  return words;
}

std::string text_of(const Words& words, size_t begin, size_t end) {
  std::string text;
  for (size_t i = begin; i < end; ++i) text.append(text.empty() ? "" : " ").append(words[i]);
  return text;
}

}  // namespace muster
