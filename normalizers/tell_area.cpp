#include "normalizers/area_words.h"
#include "normalizers/tell.h"

namespace muster {
namespace {

void set_area(const Scene& scene, Observation& observation, const std::string& words, const std::string& code, std::string_view where) {
  const NamedArea area = area_named(words, code, observation.period.iso, *scene.record, *scene.vocabulary);
  observation.area_code = area.code;
  observation.area_name = area.name;
  add_evidence(observation, "area", "'" + words + "' in " + std::string(where));
}

std::string text_of(const TextReading& words, const Mention& m) { return words.text.substr(m.begin, m.end - m.begin); }

// The one place of a header; none where it names several ("councils of the South West and of England").
const Mention* only_area(const TextReading& words) {
  const Mention* found = nullptr;
  for (const Mention& m : words.mentions) {
    if (m.kind != MentionKind::area) continue;
    if (found && found->code != m.code) return nullptr;
    found = &m;
  }
  return found;
}

}  // namespace

void tell_area(const Scene& scene, Observation& observation) {
  observation.publisher_code = scene.record->publisher_code;
  if (scene.bound)
    if (const Mention* own = scene.own_mention(scene.bound->area)) return set_area(scene, observation, text_of(*scene.own, *own), own->code, "own words");
  for (const Around& a : scene.around) {
    if (a.kind != ContextKind::column_header && a.kind != ContextKind::row_header && a.kind != ContextKind::section_row) continue;
    if (const Mention* m = only_area(*a.words)) return set_area(scene, observation, text_of(*a.words, *m), m->code, name_of(a.kind));
  }
  observation.area_code = scene.record->publisher_code;
  observation.area_name = scene.record->publisher_name;
}

}  // namespace muster
