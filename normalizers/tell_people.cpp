#include <algorithm>

#include "normalizers/table_labels.h"
#include "normalizers/tell.h"
#include "normalizers/vocabulary_tables.h"
#include "schemas/text.h"

namespace muster {
namespace {

// Distinct codes of one kind in a text.
std::vector<const Mention*> distinct(const TextReading& words, MentionKind kind) {
  std::vector<const Mention*> out;
  for (const Mention& m : words.mentions)
    if (m.kind == kind && std::none_of(out.begin(), out.end(), [&](const Mention* o) { return o->code == m.code; })) out.push_back(&m);
  return out;
}

void set(Observation& observation, std::string& field, std::string_view name, const TextReading& words, const Mention& mention,
         std::string_view where) {
  field = mention.code;
  add_evidence(observation, name, words_of(words, mention) + " in " + std::string(where));
}

// "All vacancies" under the last of several sections is no part of that section.
bool in_row_for_all(const Scene& scene) {
  static const Pattern pattern("^\\W*(?:all|overall|grand total|combined|both|council(?:[- ]wide)?)\\b");
  return std::any_of(scene.around.begin(), scene.around.end(), [](const Around& a) { return a.kind == ContextKind::row_header && pattern.in(a.words->text); });
}

// The nearest text that names a service decides; one that names two (children and adults) leaves it open.
void tell_service(const Scene& scene, Observation& observation) {
  if (scene.bound && scene.bound->two_services) return;
  if (const Mention* own = scene.bound ? scene.own_mention(scene.bound->service) : scene.own->best(MentionKind::service))
    return set(observation, observation.service, "service", *scene.own, *own, "own words");
  const bool of_all = in_row_for_all(scene);
  for (const Around& a : scene.around) {
    if (of_all && a.kind == ContextKind::section_row) continue;
    const std::vector<const Mention*> services = distinct(*a.words, MentionKind::service);
    if (services.empty() || a.kind == ContextKind::table_note) continue;
    if (a.kind == ContextKind::previous_text && services.front()->code == "all") continue;  // said of another figure
    if (services.size() == 1) set(observation, observation.service, "service", *a.words, *services.front(), name_of(a.kind));
    return;
  }
  if (scene.document_service.empty()) return;
  observation.service = scene.document_service;
  add_evidence(observation, "service", "the only one that the document speaks of");
}

// Longer role words say more: "front line social worker" before "social worker".
const Mention* role_in(const TextReading& words) {
  const Mention* best = nullptr;
  for (const Mention& m : words.mentions)
    if (m.kind == MentionKind::role && (!best || m.end - m.begin > best->end - best->begin)) best = &m;
  return best;
}

void tell_role(const Scene& scene, Observation& observation) {
  const TextReading* words = scene.own;
  const bool listed = scene.bound && scene.figures > 1 && distinct(*scene.own, MentionKind::role).size() > 1;  // "1 manager, 10 social workers"
  const Mention* role = listed ? scene.own_mention(scene.bound->role) : role_in(*scene.own);
  for (auto a = scene.around.begin(); !role && a != scene.around.end(); ++a) role = role_in(*(words = a->words));
  if (!role) return;
  observation.role = role->code;
  observation.role_code = role->detail;
  add_evidence(observation, "role", words_of(*words, *role));
}

// The cell of the row under a header that is nothing but "Grade" or "Band".
std::string grade_of_row(const Scene& scene) {
  if (!scene.in_table()) return {};
  const Table& table = scene.outline->tables[static_cast<size_t>(scene.candidate->table)];
  const Cell* header = nullptr;
  for (const Cell& c : table.cells)
    if (c.row < scene.candidate->row && heads_grades(c)) header = &c;
  if (!header) return {};
  for (const Cell& c : table.cells)
    if (c.col == header->col && c.row <= scene.candidate->row && scene.candidate->row < c.row + std::max(c.rowspan, 1) && &c != header)
      return std::string(trimmed(c.text));
  return {};
}

void tell_grade(const Scene& scene, Observation& observation) {
  constexpr size_t longest_grade_bytes = 8;  // "PS10", "9-11"
  static const Pattern total("(?:grand |sub[- ]?|overall )?totals?|all|overall|mean|average");
  if (const std::string grade = grade_of_row(scene); !grade.empty() && grade.size() <= longest_grade_bytes && !total.is(grade)) {
    observation.grade = grade;
    add_evidence(observation, "grade", "'" + grade + "' in the column of grades");
    return;
  }
  const Mention* bound = scene.bound ? scene.own_mention(scene.bound->grade) : scene.own->best(MentionKind::grade);
  if (!bound && scene.in_table() && scene.figures == 1) bound = scene.own->best(MentionKind::grade);  // "Grade 9" on another line of the cell
  if (bound) {
    observation.grade = bound->detail;
    return;
  }
  for (const Around& a : scene.around) {
    if (a.kind == ContextKind::table_note || a.kind == ContextKind::heading || a.kind == ContextKind::paper_title ||
        a.kind == ContextKind::document_title || (a.kind == ContextKind::previous_text && !a.unknown.empty()))
      continue;
    const Mention* grade = a.words->best(MentionKind::grade);
    if (!grade) continue;
    observation.grade = grade->detail;
    add_evidence(observation, "grade", words_of(*a.words, *grade) + " in " + std::string(name_of(a.kind)));
    return;
  }
}

bool says_whose_staff(ContextKind kind) {
  return kind != ContextKind::heading && kind != ContextKind::paper_title && kind != ContextKind::document_title &&
         kind != ContextKind::table_note;
}

// "Agency rate and turnover rate": the word belongs to the other measure of the title.
bool is_part_of_other_measure(const TextReading& words, const Mention& category, const Measure& measure) {
  return std::any_of(words.mentions.begin(), words.mentions.end(), [&](const Mention& m) {
    return m.kind == MentionKind::measure && m.code != measure.code && m.begin <= category.begin && category.end <= m.end;
  });
}

// A question about agency staff does not make those in post agency staff; words before a sentence may say that all are employed.
bool may_set_category(const Around& a, std::string_view category, const Measure& measure) {
  const bool header = a.kind == ContextKind::column_header || a.kind == ContextKind::row_header || a.kind == ContextKind::section_row || a.kind == ContextKind::label_above;
  if (a.kind == ContextKind::previous_text) return category == "employed" && measure.code == "inpost" && a.distance == 0;
  return header || category != "agency" || !measure.counts_in("people");
}

// What the measure implies; else the words next to the figure, its headers, its question. A text with both says nothing.
void tell_category(const Scene& scene, const Measure& measure, Observation& observation) {
  observation.worker_category = measure.worker_category;
  if (!observation.worker_category.empty()) return;
  const Mention* own = scene.bound ? scene.own_mention(scene.bound->category) : scene.own->best(MentionKind::category);
  if (own && !is_part_of_other_measure(*scene.own, *own, measure))
    return set(observation, observation.worker_category, "worker_category", *scene.own, *own, "own words");
  for (const Around& a : scene.around) {
    if (!says_whose_staff(a.kind)) continue;
    const std::vector<const Mention*> categories = distinct(*a.words, MentionKind::category);
    if (categories.size() > 1 && a.kind != ContextKind::previous_text) return;
    if (a.kind == ContextKind::table_title && !categories.empty() && is_part_of_other_measure(*a.words, *categories.front(), measure)) continue;
    if (categories.size() == 1 && may_set_category(a, categories.front()->code, measure))
      return set(observation, observation.worker_category, "worker_category", *a.words, *categories.front(), name_of(a.kind));
  }
}

}  // namespace

void tell_people(const Scene& scene, Observation& observation) {
  const Measure& measure = scene.vocabulary->tables().workforce.measures.at(observation.measure);
  tell_service(scene, observation);
  tell_role(scene, observation);
  tell_grade(scene, observation);
  tell_category(scene, measure, observation);
}

}  // namespace muster
