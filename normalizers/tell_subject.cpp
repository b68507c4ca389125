#include <algorithm>
#include <string>

#include "normalizers/tell.h"
#include "normalizers/vocabulary_tables.h"
#include "schemas/text.h"

namespace muster {
namespace {

enum class Subject { unsaid, workforce, other };

// Words of the workforce beside those of other services make a text speak of both: it is kept.
Subject subject_of(const TextReading& words) {
  bool other = false;
  for (const Mention& m : words.mentions) {
    if (m.kind != MentionKind::subject) continue;
    if (m.code == "workforce") return Subject::workforce;
    other = true;
  }
  return other ? Subject::other : Subject::unsaid;
}

// The nearest text that says whom it speaks of decides; where none does, the measure's own words are enough.
bool is_of_workforce(const Scene& scene) {
  Subject said = subject_of(*scene.own);
  for (auto a = scene.around.begin(); said == Subject::unsaid && a != scene.around.end(); ++a) said = subject_of(*a->words);
  return said != Subject::other;
}

// "Highways" of "Highways - 310", over a column or beside a row: a department of the council that does no social work.
bool is_other_department(const Scene& scene, std::string_view label) {
  const auto& rules = scene.vocabulary->tables().workforce.subjects;
  return std::any_of(rules.begin(), rules.end(), [&](const WordRule& r) { return r.code == "other_department" && r.pattern.is(label); });
}

bool is_label_of_figure(ContextKind kind) {
  return kind == ContextKind::row_header || kind == ContextKind::section_row || kind == ContextKind::column_header || kind == ContextKind::label_above;
}

// Whether what is asked for or headed is the social-care workforce, whatever department it is parted by.
bool is_said_of_workforce(const Scene& scene) {
  return std::any_of(scene.around.begin(), scene.around.end(), [](const Around& a) {
    const bool of_all = a.kind != ContextKind::previous_text && a.kind != ContextKind::row_header && a.kind != ContextKind::section_row && a.kind != ContextKind::label_above && a.kind != ContextKind::table_note;
    return of_all && a.words->has(MentionKind::subject, "workforce");
  });
}

// The nearest label that names a department decides: "Social services" under "Education" is none of its parts.
bool is_of_other_department(const Scene& scene) {
  bool labelled = is_other_department(scene, scene.label);
  for (const Around& a : scene.around) {
    if (labelled || !is_label_of_figure(a.kind)) continue;
    if (a.words->has(MentionKind::service) || a.words->has(MentionKind::subject, "workforce")) return false;
    labelled = is_other_department(scene, trimmed(a.words->text));
  }
  return labelled && !is_said_of_workforce(scene);
}

// How far after a figure the thing that it counts is named: a few adjectives and a noun.
constexpr size_t counted_reach_bytes = 60;

// "12 placement officers" counts officers: the noun's next word belongs to it.
std::string with_next_word(const std::string& text, const Pattern::Match& match) {
  return text.substr(0, text.find(' ', match.end));
}

bool counts_another_thing(const Scene& scene, const std::string& after, std::string_view kind) {
  static const Pattern part("^ (?:out )?of (?:the )?[a-z' \u2019]{2,30}['\u2019]s [\\d,]+ ");  // "45 of the council's 180 workers": not of councils
  if (part.in(after)) return false;
  for (const WordRule& rule : scene.vocabulary->tables().workforce.subjects) {
    if (rule.code != kind) continue;
    for (const Pattern::Match& match : rule.pattern.all(after))
      if (!rule.unless.in(with_next_word(after, match))) return true;
  }
  return false;
}

std::string words_after(const Scene& scene, const QuantityMatch& quantity) { return scene.own->text.substr(quantity.end, counted_reach_bytes); }

// "26 councils had more than 30%": a bound that so many bodies reach.
bool is_bound_of_bodies(const Scene& scene) {
  static const Pattern pattern("\\b(?:had|have|has|with|reported|saw)\\b[^,;.]{0,20}$");
  if (scene.ordinal == 0 || scene.quantity->quantity.qualifier == "exact") return false;
  const QuantityMatch& before = scene.own->quantities[static_cast<size_t>(scene.ordinal) - 1];
  return counts_another_thing(scene, words_after(scene, before), "counted_body") &&
         pattern.in(std::string_view(scene.own->text).substr(before.end, scene.quantity->begin - before.end));
}

// "How many assessments did the staff carry out?" asks for no number of staff; a question that also asks how many staff does.
bool another_thing_was_asked(const Scene& scene) {
  static const Pattern asks("\\b(?:how many|number of)\\b");
  if (scene.in_table() || (scene.bound && scene.bound->measure >= 0)) return false;
  for (const Around& a : scene.around) {
    if (a.kind != ContextKind::question) continue;
    const std::string& text = a.words->text;
    const std::vector<Pattern::Match> found = asks.all(text);
    return !found.empty() && std::all_of(found.begin(), found.end(), [&](const Pattern::Match& m) {
      return counts_another_thing(scene, text.substr(m.end, counted_reach_bytes), "counted");
    });
  }
  return false;
}

}  // namespace

Rejection tell_subject(const Scene& scene, const Observation& observation) {
  if (!is_of_workforce(scene)) return {"no_workforce_subject", "The nearest words that say whom the figure is about name staff of another service."};
  if (is_of_other_department(scene)) return {"no_workforce_subject", "The figure is of a department of the council that does no social work."};
  const Measure& measure = scene.vocabulary->tables().workforce.measures.at(observation.measure);
  const bool in_percent = scene.quantity && scene.quantity->unit == "percent";
  if (!scene.quantity) return {};
  const std::string after = words_after(scene, *scene.quantity);
  const auto counts = [&](std::string_view unit, std::string_view kind) {
    return measure.counts_in(unit) && !in_percent && counts_another_thing(scene, after, kind);
  };
  if (counts("people", "counted") || counts("people", "counted_body") || counts("cases_per_worker", "counted_body") ||
      counts("cases_per_worker", "counted_bearer") || (in_percent && counts_another_thing(scene, after, "share_of")) || is_bound_of_bodies(scene) ||
      (measure.counts_in("people") && !in_percent && another_thing_was_asked(scene)))
    return {"counts_another_thing", "The words after the figure say that it counts something else than workers or posts."};
  return {};
}

}  // namespace muster
