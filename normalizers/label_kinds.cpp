#include "normalizers/label_kinds.h"

#include <algorithm>

#include "normalizers/vocabulary_tables.h"
#include "schemas/text.h"

namespace muster {
namespace {

// Words over labels: roles are asked first, since a "Team role" is a role; a title says less than a header. "Area" over the names of
// councils promises places.
LabelKind promised_by(const Scene& scene, std::string_view header) {
  if (scene.facts && scene.facts->rows_name_areas && is_team_word(scene, "stub_area", header)) return LabelKind::place;
  if (is_team_word(scene, "stub_role", header)) return LabelKind::role;
  if (is_team_word(scene, "stub_place", header)) return LabelKind::place;
  return is_team_word(scene, "stub", header) ? LabelKind::team : LabelKind::unsaid;
}

LabelKind promised_by_title(const Scene& scene) {
  for (const Around& a : scene.around) {
    if (a.kind != ContextKind::table_title) continue;
    if (is_team_word(scene, "title_team", a.words->text)) return LabelKind::team;
    if (is_team_word(scene, "title_role", a.words->text)) return LabelKind::role;
  }
  return LabelKind::unsaid;
}

// The header over a column of labels stands one further out than they do.
LabelKind kind_of_row(const Scene& scene, const Around& label) {
  bool headed = false;
  for (const Around& a : scene.around) {
    if (a.kind != ContextKind::stub_header || a.distance != label.distance + 1) continue;
    headed = true;
    if (const LabelKind kind = promised_by(scene, a.words->text); kind != LabelKind::unsaid) return kind;
  }
  return headed ? LabelKind::unsaid : promised_by_title(scene);
}

LabelKind kind_of_column(const Scene& scene, const Around& label) {
  for (const Around& a : scene.around) {
    if (a.kind != ContextKind::column_header || a.distance <= label.distance) continue;
    if (const LabelKind kind = promised_by(scene, a.words->text); kind != LabelKind::unsaid) return kind;
  }
  const bool rows_say_what = scene.facts && scene.facts->rows_name_measures && !scene.facts->columns_name_measures;
  return rows_say_what && !label.words->has(MentionKind::period) ? promised_by_title(scene) : LabelKind::unsaid;
}

}  // namespace

bool is_team_word(const Scene& scene, std::string_view kind, std::string_view text) {
  const auto& rules = scene.vocabulary->tables().workforce.team_words;
  return std::any_of(rules.begin(), rules.end(), [&](const WordRule& r) { return r.code == kind && r.pattern.in(text); });
}

LabelKind kind_of_label(const Scene& scene, const Around& label) {
  if (label.kind == ContextKind::row_header) return kind_of_row(scene, label);
  return label.kind == ContextKind::column_header ? kind_of_column(scene, label) : LabelKind::unsaid;
}

bool is_part_of_authority(const Scene& scene, const Around& label) {
  if (!is_team_word(scene, "compass", trimmed(label.words->text))) return false;
  if (label.kind == ContextKind::row_header && scene.facts && scene.facts->rows_name_areas) return false;  // "North West" beside "England"
  const LabelKind kind = kind_of_label(scene, label);
  if (kind != LabelKind::unsaid) return kind == LabelKind::team;
  return scene.facts && (label.kind == ContextKind::row_header ? scene.facts->rows_have_compass : scene.facts->columns_have_compass);
}

bool is_team_named_after_place(const Scene& scene, const Around& label) {
  if (label.unknown.empty() || kind_of_label(scene, label) != LabelKind::team) return false;
  return std::none_of(label.words->mentions.begin(), label.words->mentions.end(), [&](const Mention& m) {
    return m.kind == MentionKind::area && m.begin == 0 && m.end == label.words->text.size();
  });
}

bool is_name_of_team(const Scene& scene, const Around& label) {
  return is_part_of_authority(scene, label) || kind_of_label(scene, label) == LabelKind::team || is_team_word(scene, "label", label.words->text);
}

bool is_total_label(const Scene& scene, const Around& label) { return is_team_word(scene, "total", label.words->text); }

bool is_comparator(const Scene& scene, const Around& label) { return is_team_word(scene, "comparator", label.words->text); }

}  // namespace muster
