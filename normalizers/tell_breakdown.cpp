#include <algorithm>
#include <map>

#include "normalizers/label_kinds.h"
#include "normalizers/tell.h"
#include "normalizers/vocabulary_tables.h"
#include "schemas/text.h"

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
  return m.scope == "near" ? near : m.scope != "stub" && label;
}

// "Permanent 120; Fixed term 5": the words begin an item of their own.
bool opens_item(const Scene& scene, const Mention& m) {
  const std::string_view before = trimmed(std::string_view(scene.own->text).substr(0, m.begin));
  return before.ends_with(';') || before.ends_with(',') || before.ends_with('\n');
}

bool leads_to_figure(const Scene& scene, const Mention& m) {
  return std::any_of(scene.own->quantities.begin(), scene.own->quantities.end(), [&](const QuantityMatch& q) {
    static const Pattern joint("^[ :=\u2013-]*$");
    return q.begin >= m.end && joint.in(std::string_view(scene.own->text).substr(m.end, q.begin - m.end));
  });
}

// The stretch of the own text whose words speak of this figure: all of it for one figure, else from the figure before up to
// this one where the words stand in front ("Under 1 year 22%, under 2 years 35%"), from it to the next where they follow.
bool speaks_of_figure(const Scene& scene, const Mention& m) {
  const auto& all = scene.own->quantities;
  static const Pattern some_of_them("\\b(?:but|of whom|of which|some|although|though)\\b[^.;]*$");
  if (scene.figure && m.begin >= scene.figure->end && some_of_them.in(std::string_view(scene.own->text).substr(scene.figure->end, m.begin - scene.figure->end))) return false;
  if (!scene.figure || all.size() < 2) return true;
  static const Pattern joint("^[ :=\u2013-]*$");
  if (m.end <= scene.figure->begin && opens_item(scene, m) && joint.in(std::string_view(scene.own->text).substr(m.end, scene.figure->begin - m.end))) return true;
  if (m.begin >= scene.figure->end && opens_item(scene, m) && leads_to_figure(scene, m)) return false;
  const auto leads = std::find_if(scene.own->mentions.begin(), scene.own->mentions.end(), [](const Mention& other) {
    return other.kind == MentionKind::breakdown || other.kind == MentionKind::quantity;
  });
  if (leads->kind == MentionKind::breakdown) {
    size_t from = 0;
    for (const QuantityMatch& q : all)
      if (q.end <= scene.figure->begin) from = q.end;
    return m.begin >= from && m.end <= scene.figure->begin;
  }
  size_t until = scene.own->text.size();
  for (const QuantityMatch& q : all)
    if (q.begin >= scene.figure->end) until = std::min(until, q.begin);
  return m.begin >= scene.figure->end && m.end <= until;
}

// "12,416 (57 per cent) of these were part-time": in a longer sentence words that say of the figure itself how it is split.
bool said_of_figure(const Scene& scene, const Mention& m) {
  static const Pattern link("^(?: ?\\([^()]*\\))?(?: (?:of|these|those|them|which|whom|the|were|was|are|is|work|worked|working|staff|employees|workers|posts|people|on)){0,5} $");
  return scene.quantity && m.kind == MentionKind::breakdown && m.code == "working_pattern" && m.begin > scene.figure->end &&
         link.in(std::string_view(scene.own->text).substr(scene.figure->end, m.begin - scene.figure->end));
}

void take_own(std::map<std::string, std::string>& splits, const Scene& scene) {
  const bool short_text = scene.in_table() || scene.own->text.size() <= longest_label_bytes;
  for (const Mention& m : scene.own->mentions)
    if ((may_split(m, short_text, short_text) && speaks_of_figure(scene, m)) || said_of_figure(scene, m)) splits.try_emplace(m.code, m.detail);
  if (scene.in_table() || scene.label.empty()) return;
  for (const Mention& m : read_words(scene.label, *scene.vocabulary).mentions)  // "31-40" of "31-40: 13"
    if (may_split(m, true, true) && m.end - m.begin == trimmed(scene.label).size()) splits.try_emplace(m.code, m.detail);
}

void take(std::map<std::string, std::string>& splits, const TextReading& words, bool label, bool near) {
  for (const Mention& m : words.mentions)
    if (may_split(m, label, near)) splits.try_emplace(m.code, m.detail);
}

// "Another council" under "Reason for leaving": the header over the labels says what they part the figures by.
void take_headed_label(std::map<std::string, std::string>& splits, const Scene& scene) {
  for (const Around& header : scene.around) {
    if (header.kind != ContextKind::stub_header) continue;
    for (const Mention& m : header.words->mentions) {
      if (m.kind != MentionKind::breakdown || m.scope != "stub") continue;
      for (const Around& label : scene.around)
        if (label.kind == ContextKind::row_header && label.distance + 1 == header.distance && !is_total_label(scene, label) && (m.code != "contract" || !label.words->has(MentionKind::category, "agency")))
          splits.try_emplace(m.code, single_spaced(label.words->text));
    }
  }
}

// "Under 35" on a line of its own over the line with the figure.
bool labels_next_line(const Scene& scene, const Around& a) {
  constexpr size_t longest_line_bytes = 30;
  return a.kind == ContextKind::previous_text && a.distance == 0 && !scene.in_table() && scene.own_unknown.empty() && a.unknown.empty() &&
         a.words->text.size() <= longest_line_bytes && a.words->quantities.empty() && scene.own->text.size() <= longest_line_bytes;
}

// "Workload" is a reason for what happens (leaving, absence), and a theme over what is counted on a day; as the name of a section a
// theme over all but leavers.
bool may_have_reason(const Scene& scene, const std::string& measure) {
  const auto names_theme = [](const Around& a) {
    return a.kind == ContextKind::section_row && std::any_of(a.words->mentions.begin(), a.words->mentions.end(), [](const Mention& m) { return m.kind == MentionKind::breakdown && m.code == "reason"; });
  };
  if (measure != "leavers" && std::any_of(scene.around.begin(), scene.around.end(), names_theme)) return false;
  const std::string& kind = scene.vocabulary->tables().workforce.measures.at(measure).kind;
  return kind != "stock" && kind != "price";
}

}  // namespace

void tell_breakdown(const Scene& scene, Observation& observation) {
  std::map<std::string, std::string> splits;  // by name: the order in which they are written
  take_own(splits, scene);
  for (const Around& a : scene.around)
    if (is_near(a.kind)) take(splits, *a.words, is_label(a.kind), true);
    else if (labels_next_line(scene, a)) take(splits, *a.words, true, true);
  take_headed_label(splits, scene);
  if (!may_have_reason(scene, observation.measure)) splits.erase("reason");
  for (const auto& [name, value] : splits) {
    if (!observation.breakdown.empty()) observation.breakdown += ';';
    observation.breakdown += name + "=" + value;
  }
  if (!splits.empty()) add_evidence(observation, "breakdown", observation.breakdown);
}

}  // namespace muster
