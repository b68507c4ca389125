#include <algorithm>

#include "normalizers/area_words.h"
#include "normalizers/authority.h"
#include "normalizers/label_kinds.h"
#include "schemas/text.h"
#include "normalizers/tell.h"

namespace muster {
namespace {

// Undated figures are read with the names in force at the document's own date.
const std::string& date_of(const Scene& scene, const Observation& observation) {
  if (!observation.period.iso.empty()) return observation.period.iso;
  return scene.record->meeting_date.empty() ? scene.record->response_date : scene.record->meeting_date;
}

// Bodies without a GSS code (a health trust, Jersey) have a code of the vocabulary's own, which is not written.
bool is_gss(std::string_view code) {
  constexpr size_t gss_size = 9;
  return code.size() == gss_size && is_letter(code[0]) && std::all_of(code.begin() + 1, code.end(), is_digit);
}

void set_area(const Scene& scene, Observation& observation, const std::string& words, const std::string& code, std::string_view where) {
  const NamedArea area = area_named(words, code, date_of(scene, observation), *scene.record, *scene.vocabulary);
  observation.area_code = is_gss(area.code) ? area.code : std::string();
  observation.area_name = area.name;
  add_evidence(observation, "area", "'" + words + "' in " + std::string(where));
}

std::string text_of(const TextReading& words, const Mention& m) { return words.text.substr(m.begin, m.end - m.begin); }

// A figure for two bodies together has no code.
void set_both_areas(const Scene& scene, Observation& observation) {
  const Mention &a = *scene.own_mention(scene.bound->area), &b = *scene.own_mention(scene.bound->area_with);
  observation.area_name = text_of(*scene.own, a.begin < b.begin ? a : b) + " and " + text_of(*scene.own, a.begin < b.begin ? b : a);
  add_evidence(observation, "area", "'" + observation.area_name + "' in own words");
}

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

// "The council's" in a text by an outsider is the council named before.
bool is_outsiders_ours(const Scene& scene, const Mention& area) { return area.code == "ours" && scene.record->publisher_code.empty(); }

// "South Glamorgan" under "Local authority" or among the names of councils, without a row among the authorities: another body all
// the same, and none that a row without figures above it names.
bool is_unknown_place(const Scene& scene, const Around& label) {
  const LabelKind kind = kind_of_label(scene, label);
  const bool place = kind == LabelKind::place || (kind == LabelKind::unsaid && label.distance == 0 && scene.facts && scene.facts->rows_name_areas);
  return label.kind == ContextKind::row_header && place && !label.unknown.empty() && !is_total_label(scene, label) &&
         !label.words->has(MentionKind::period) && !label.words->has(MentionKind::measure) && !label.words->has(MentionKind::marker) && !label.words->has(MentionKind::role) &&
         !label.words->has(MentionKind::service) && !is_team_word(scene, "label", label.words->text);
}

bool names_people(const Scene& scene, const Around& label) {
  const TextReading& words = *label.words;
  return words.has(MentionKind::role) || words.has(MentionKind::subject) || words.has(MentionKind::service) || words.has(MentionKind::measure) ||
         is_total_label(scene, label) || kind_of_label(scene, label) == LabelKind::role;
}

// The place named before the figure, in a text by an outsider. A table speaks of it only where its rows and columns have no words of
// their own that might be places.
const NamedPlace* place_before(const Scene& scene) {
  const NamedPlace* place = scene.discourse ? scene.discourse->place_at(scene.candidate->span.begin) : nullptr;
  if (!place || !scene.in_table()) return place;
  const bool own_places = std::any_of(scene.around.begin(), scene.around.end(), [&](const Around& a) {
    if (a.kind == ContextKind::column_header) return a.words->has(MentionKind::area);
    return a.kind == ContextKind::row_header && (a.words->has(MentionKind::area) || (!a.unknown.empty() && !names_people(scene, a)));
  });
  return own_places || place->begin > scene.candidate->span.begin ? nullptr : place;
}

// "Staff in Scottish local authorities" over a table by no council: whom its figures are of.
bool take_title_area(const Scene& scene, Observation& observation) {
  if (!scene.in_table() || !scene.record->publisher_code.empty()) return false;
  for (const Around& a : scene.around) {
    if (a.kind != ContextKind::table_title && a.kind != ContextKind::heading && a.kind != ContextKind::document_title && a.kind != ContextKind::paper_title) continue;
    const Mention* area = only_area(*a.words);
    if (!area || is_outsiders_ours(scene, *area)) continue;
    set_area(scene, observation, text_of(*a.words, *area), area->code, name_of(a.kind));
    return true;
  }
  return false;
}

}  // namespace

// "East" for the East of England, in a paper from there.
bool is_short_for_region(const Scene& scene, std::string_view label) {
  const Authority* publisher = authority_with(scene.record->publisher_code, *scene.vocabulary);
  const Authority* region = publisher ? authority_with(publisher->region_code, *scene.vocabulary) : nullptr;
  const std::string short_name = folded(label);
  return region && !short_name.empty() && (folded(region->name) + ' ').starts_with(short_name + ' ');
}

void tell_area(const Scene& scene, Observation& observation) {
  observation.publisher_code = scene.record->publisher_code;
  if (scene.bound && scene.bound->place_unclear) return;
  if (scene.bound && scene.bound->area_with >= 0) return set_both_areas(scene, observation);
  if (scene.bound)
    if (const Mention* own = scene.own_mention(scene.bound->area); own && !is_outsiders_ours(scene, *own))
      return set_area(scene, observation, text_of(*scene.own, *own), own->code, "own words");
  for (const Around& a : scene.around) {
    if (a.kind != ContextKind::column_header && a.kind != ContextKind::row_header && a.kind != ContextKind::section_row) continue;
    if (is_part_of_authority(scene, a) || is_team_named_after_place(scene, a)) continue;
    if (const Mention* m = only_area(*a.words)) return set_area(scene, observation, text_of(*a.words, *m), m->code, name_of(a.kind));
    if (is_short_for_region(scene, a.words->text)) return set_area(scene, observation, a.words->text, "region", name_of(a.kind));
    if (is_unknown_place(scene, a)) {
      if (const std::string code = council_called(a.words->text, date_of(scene, observation), *scene.vocabulary); !code.empty())
        return set_area(scene, observation, a.words->text, code, name_of(a.kind));
      observation.area_name = single_spaced(a.words->text);
      return add_evidence(observation, "area", "'" + observation.area_name + "', no known body, in row header");
    }
  }
  if (const NamedPlace* place = place_before(scene))
    return set_area(scene, observation, place->words, place->code, "the words before");
  if (take_title_area(scene, observation)) return;
  observation.area_code = is_gss(scene.record->publisher_code) ? scene.record->publisher_code : std::string();
  observation.area_name = scene.record->publisher_name;
}

}  // namespace muster
