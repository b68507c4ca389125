#include "normalizers/figure_label.h"

#include <algorithm>
#include <vector>

#include "normalizers/pattern.h"
#include "schemas/text.h"

namespace muster {
namespace {

// Labels are names; longer openings are sentences.
constexpr size_t longest_label_bytes = 40;
constexpr long fewest_named_figures = 2;  // one capitalised word before a figure may be any opening
constexpr size_t most_name_words = 4;  // of a name that no mark parts from its figure

bool is_figure(const Mention& m) { return m.kind == MentionKind::quantity || m.kind == MentionKind::absence; }

// The words between the figure before, or the line's beginning, and this one; of several parts the last.
std::string_view words_before(const TextReading& reading, const Mention& figure, bool& first) {
  const std::string_view text(reading.text);
  const size_t newline = figure.begin == 0 ? std::string_view::npos : text.rfind('\n', figure.begin - 1);
  size_t begin = newline == std::string_view::npos ? 0 : newline + 1;
  first = true;
  for (const Mention& m : reading.mentions)
    if (is_figure(m) && m.end > begin && m.end <= figure.begin) begin = m.end, first = false;
  std::string_view between = text.substr(begin, figure.begin - begin);
  if (first) return trimmed(between);
  for (std::string_view mark : {",", ";", "/", "|", "\u2022"}) {
    const size_t at = between.rfind(mark);
    if (at != std::string_view::npos) between.remove_prefix(at + mark.size()), first = true;  // a part of its own
  }
  for (std::string_view link : {" and ", " & "})
    if (between.starts_with(link)) between.remove_prefix(link.size()), first = true;
  const bool parted = first;
  first = false;
  return parted ? trimmed(between) : std::string_view();
}

std::string_view without_mark(std::string_view label) {
  for (std::string_view mark : {":", "-", "\u2013", "\u2014", "="})
    if (label.ends_with(mark)) return trimmed(label.substr(0, label.size() - mark.size()));
  return {};
}

bool is_name(std::string_view label) {
  static const Pattern lower_case_link("^(?:and|&|of|the|for|in|-|to)$");
  const std::vector<std::string_view> words = split(label, ' ');
  return !label.empty() && words.size() <= most_name_words && std::all_of(words.begin(), words.end(), [](std::string_view word) {
    return word.empty() || (word.front() >= 'A' && word.front() <= 'Z') || lower_case_link.in(word);
  });
}

std::string_view without_list_letter(std::string_view label) {
  static const Pattern letter("^\\(?(?:[a-z]|[ivx]{1,4}|\\d{1,2})[.)] ?");
  const std::vector<Pattern::Match> found = letter.all(label);
  return found.empty() ? label : trimmed(label.substr(found.front().end));
}

// The first figure of the figure's line; null when it is that itself.
const Mention* first_figure_of_line(const TextReading& reading, const Mention& figure) {
  const size_t newline = figure.begin == 0 ? std::string::npos : reading.text.rfind('\n', figure.begin - 1);
  const size_t begin = newline == std::string::npos ? 0 : newline + 1;
  for (const Mention& m : reading.mentions)
    if (is_figure(m) && m.begin >= begin) return &m == &figure || m.begin >= figure.begin ? nullptr : &m;
  return nullptr;
}

std::string bare_name_of(const TextReading& reading, const Mention& figure) {
  bool first = false;
  const std::string_view label = words_before(reading, figure, first);
  return is_name(label) ? std::string(label) : std::string();
}

}  // namespace

std::string label_of_figure(const TextReading& reading, const Mention& figure) {
  bool first = false;
  const std::string_view before = words_before(reading, figure, first);
  const std::string_view label = without_list_letter(without_mark(before));
  if (!label.empty()) return label.size() <= longest_label_bytes ? std::string(label) : std::string();
  if (const Mention* first_of_line = first_figure_of_line(reading, figure); before.empty() && first_of_line)
    if (std::string name = label_of_figure(reading, *first_of_line); !name.empty()) return name;  // "Duty – 16 staff (6 agency)"
  if (reading.quantities.size() < 2) return {};
  const auto named = std::count_if(reading.mentions.begin(), reading.mentions.end(), [&](const Mention& m) {
    return m.kind == MentionKind::quantity && !bare_name_of(reading, m).empty();
  });
  return named >= fewest_named_figures ? bare_name_of(reading, figure) : std::string();
}

}  // namespace muster
