#include <map>

#include "normalizers/tell.h"

namespace muster {
namespace {

// In longer texts a word like "part-time" need not speak of the figure.
constexpr size_t longest_label_bytes = 80;

bool is_label(ContextKind kind) {
  return kind == ContextKind::column_header || kind == ContextKind::row_header || kind == ContextKind::section_row;
}

bool is_near(ContextKind kind) { return is_label(kind) || kind == ContextKind::question || kind == ContextKind::table_title; }

bool may_split(const Mention& m, bool label, bool near) {
  if (m.kind != MentionKind::breakdown) return false;
  return m.scope == "near" ? near : label;
}

void take(std::map<std::string, std::string>& splits, const TextReading& words, bool label, bool near) {
  for (const Mention& m : words.mentions)
    if (may_split(m, label, near)) splits.try_emplace(m.code, m.detail);
}

}  // namespace

void tell_breakdown(const Scene& scene, Observation& observation) {
  std::map<std::string, std::string> splits;  // by name: the order in which they are written
  if (scene.in_table() || scene.own->text.size() <= longest_label_bytes) take(splits, *scene.own, true, true);
  for (const Around& a : scene.around)
    if (is_near(a.kind)) take(splits, *a.words, is_label(a.kind), true);
  for (const auto& [name, value] : splits) {
    if (!observation.breakdown.empty()) observation.breakdown += ';';
    observation.breakdown += name + "=" + value;
  }
  if (!splits.empty()) add_evidence(observation, "breakdown", observation.breakdown);
}

}  // namespace muster
