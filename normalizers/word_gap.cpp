#include "normalizers/word_gap.h"

#include <algorithm>

#include "normalizers/pattern.h"
#include "schemas/text.h"

namespace muster {
namespace {

constexpr size_t most_link_words = 6; // longer stretches are clauses of their own

}  // namespace

const std::set<std::string, std::less<>> before_links = {
    "of", "was", "is", "are", "were", "at", "stands", "stand", "stood", "had", "been", "has", "have", "now", "currently", "to",
    "from", "approximately", "about", "around", "total", "came", "comes", "come", "would", "reached", "totalled", "the", "a", "an", "only",
    "just", "one", "for", "in", "be", "it", "average", "mean", "almost", "nearly", "over", "figure", "figures", "with", "as"};
const std::set<std::string, std::less<>> after_links = {
    "of", "the", "in", "on", "at", "for", "during", "as", "were", "was", "are", "is", "had", "have", "who", "a", "an", "those",
    "these", "per", "by", "being", "currently", "now", "new", "workers", "staff", "posts", "people", "each", "different", "then", "across"};

Gap gap_between(const TextReading& reading, size_t begin, size_t end, bool skip_measures) {
  Gap gap;
  if (begin >= end) return gap;
  std::string text = reading.text.substr(begin, end - begin);
  for (const Mention& m : reading.mentions) {
    const bool light = m.kind == MentionKind::unit || m.kind == MentionKind::role || m.kind == MentionKind::service ||
                       m.kind == MentionKind::category || (skip_measures && m.kind == MentionKind::measure);
    if (light && m.begin >= begin && m.end <= end)
      std::fill_n(text.begin() + static_cast<long>(m.begin - begin), m.end - m.begin, ' ');
  }
  for (size_t open = text.find('('); open != std::string::npos; open = text.find('(', open + 1)) {
    const size_t close = text.find(')', open);
    if (close == std::string::npos) break;
    std::fill(text.begin() + static_cast<long>(open), text.begin() + static_cast<long>(close + 1), ' ');
  }
  gap.comma = text.find(',') != std::string::npos;
  gap.stop = text.find_first_of(";/\n") != std::string::npos || text.find("\u2014") != std::string::npos;
  const std::string plain = folded(text);
  for (std::string_view word : split(plain, ' ')) gap.words.emplace_back(word);
  return gap;
}

bool links(const Gap& gap, const std::set<std::string, std::less<>>& allowed) {
  return !gap.comma && !gap.stop && gap.words.size() <= most_link_words &&
         std::all_of(gap.words.begin(), gap.words.end(), [&](const std::string& w) { return allowed.count(w) > 0; });
}

bool ends_name(std::string_view between) {
  static const Pattern name("^\\W*(?:(?:social|care|services?|staff|workers?|team|teams|department|directorate|and|families)\\W+){0,3}$");
  return name.in(between);
}

bool opens_plan(std::string_view between) {
  static const Pattern plan("\\b(?:and|but|while|though|which)\\b[^.;]*\\b(?:will|intends? to|plans? to|hopes? to|aims? to)\\b");
  return plan.in(between);
}

}  // namespace muster
