#include "normalizers/measure_for_whom.h"

#include <utility>

#include "normalizers/table_measure.h"

namespace muster {
namespace {

bool is_cell_label(ContextKind kind) { return kind == ContextKind::column_header || kind == ContextKind::row_header || kind == ContextKind::section_row; }

bool is_label(const Scene& scene, ContextKind kind) { return kind == ContextKind::label_above || (scene.in_table() && is_cell_label(kind)); }

// "agency" or "employed"; a contract of any sort is one of employment. Empty where the words say neither, or both.
std::string who_works(const TextReading& words) {
  const Mention* who = words.best(MentionKind::category);
  for (const Mention& m : words.mentions)
    if (m.kind == MentionKind::category && m.code != who->code) return {};
  if (who) return who->code == "agency" || who->code == "employed" ? who->code : "";
  return words.has(MentionKind::breakdown, "contract") ? "employed" : "";
}

}  // namespace

std::string measure_for_whom(const Scene& scene, const std::string& measure, ContextKind told_by) {
  static const std::pair<const char*, const char*> employed_and_agency[] = {{"inpost", "agency"}, {"staff_cost", "agency_spend"}, {"salary", "agency_pay_rate"}};
  if (is_cell_label(told_by)) return measure;
  for (const Around& a : scene.around) {
    if (!is_label(scene, a.kind)) continue;
    const std::string who = who_works(*a.words);
    if (who.empty() && is_cell_label(a.kind)) continue;  // another label of the cell may say it
    const Mention* named = a.words->best(MentionKind::measure);
    if (who.empty() || (named && named->weight > light_weight)) return measure;
    for (const auto& [employed, agency] : employed_and_agency)
      if (measure == employed || measure == agency) return who == "agency" ? agency : employed;
  }
  return measure;
}

}  // namespace muster
