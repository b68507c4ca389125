#include "normalizers/discourse.h"

#include <algorithm>
#include <iterator>

#include "normalizers/area_words.h"
#include "normalizers/text_reading.h"

namespace muster {
namespace {

bool is_text(const Node& node) {
  return (node.kind == NodeKind::paragraph || node.kind == NodeKind::list_item || node.kind == NodeKind::section) && node.voice != Voice::requester;
}

// "Freedom of Information (Scotland) Act": the law's name.
bool in_name_of_law(std::string_view text, const Mention& m) {
  return m.begin > 0 && text[m.begin - 1] == '(' && m.end < text.size() && text[m.end] == ')';
}

bool is_marker(const std::string& code) { return code == "ours" || code == "region" || code == "country"; }

}  // namespace

Discourse::Discourse(const Outline& outline, const DocumentRecord& record, const Vocabulary& vocabulary) {
  if (!record.publisher_code.empty()) return;
  for (const Node& node : outline.nodes) {
    if (!is_text(node)) continue;
    const std::string_view text = outline.slice(node.span);
    paragraphs_.push_back(node.span.begin);
    for (const Mention& m : areas_in(text, vocabulary))
      if (!is_marker(m.code) && !in_name_of_law(text, m)) places_.push_back({node.span.begin + static_cast<uint32_t>(m.begin), std::string(text.substr(m.begin, m.end - m.begin)), m.code, node.kind == NodeKind::section});
  }
  std::sort(places_.begin(), places_.end(), [](const NamedPlace& a, const NamedPlace& b) { return a.begin < b.begin; });
  std::sort(paragraphs_.begin(), paragraphs_.end());
}

const NamedPlace* Discourse::place_at(uint32_t begin) const {
  const auto before = [&](uint32_t at) {
    return std::lower_bound(places_.begin(), places_.end(), at, [](const NamedPlace& p, uint32_t b) { return p.begin < b; });
  };
  const auto next_paragraph = std::upper_bound(paragraphs_.begin(), paragraphs_.end(), begin);
  const uint32_t own_paragraph = next_paragraph == paragraphs_.begin() ? 0 : *std::prev(next_paragraph);
  const auto last = before(begin);
  if (last == places_.begin()) return only_place();
  const NamedPlace& nearest = *std::prev(last);
  if (nearest.begin >= own_paragraph) return &nearest;
  const auto its_next = std::upper_bound(paragraphs_.begin(), paragraphs_.end(), nearest.begin);
  const uint32_t its_paragraph = *std::prev(its_next);
  const bool one = std::all_of(before(its_paragraph), last, [&](const NamedPlace& p) { return p.code == nearest.code; });
  return one ? &nearest : heading_place(begin);
}

// A text that names one place throughout is about it from its first line.
const NamedPlace* Discourse::only_place() const {
  const bool one = std::all_of(places_.begin(), places_.end(), [&](const NamedPlace& p) { return p.code == places_.front().code; });
  return one && !places_.empty() ? &places_.front() : nullptr;
}

// "Shortages in Scotland": where a paragraph compares several places, the one of the nearest heading holds for the rest.
const NamedPlace* Discourse::heading_place(uint32_t begin) const {
  const NamedPlace* found = nullptr;
  for (const NamedPlace& place : places_)
    if (place.in_heading && place.begin < begin) found = &place;
  return found;
}

}  // namespace muster
