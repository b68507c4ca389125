#include "normalizers/resolve.h"

#include <algorithm>
#include <map>

#include "normalizers/repeats.h"
#include "normalizers/tell.h"
#include "normalizers/vocabulary_tables.h"
#include "schemas/identity.h"
#include "schemas/text.h"

namespace muster {
namespace {

void refuse(const Candidate& candidate, const Rejection& refusal, Diagnostics& diagnostics) {
  diagnostics.add({"resolve", refusal.code, Severity::info, candidate.place, candidate.raw, refusal.message});
}

void set_place(const Candidate& candidate, const Outline& outline, Observation& o) {
  o.basis = candidate.basis;
  o.place = candidate.place;
  if (candidate.table >= 0) {
    o.table_id = outline.tables[static_cast<size_t>(candidate.table)].table_id;
    o.row = candidate.row;
    o.col = candidate.col;
  }
  if (candidate.exchange >= 0) o.question_number = outline.exchanges[static_cast<size_t>(candidate.exchange)].number;
  o.raw = candidate.raw;
  o.quote_span = candidate.quote;
  o.quote = outline.slice(candidate.quote);
}

// Youth justice and youth offending teams are part of the services for children, so their names set no other service beside these.
bool names_service(const WordRule& rule, std::string_view text) {
  for (const Pattern::Match& m : rule.pattern.all(text))
    if (rule.code != "justice" || !ascii_lower(text.substr(m.begin, m.end - m.begin)).starts_with("youth")) return true;
  return false;
}

// The one service that the document's text speaks of, letterheads and menus aside. "The whole council" is no service of its own.
std::string only_service(const Outline& outline, const Vocabulary& vocabulary) {
  std::string found;
  for (const Node& node : outline.nodes) {
    if (node.kind == NodeKind::furniture || node.kind == NodeKind::document || node.kind == NodeKind::paper) continue;
    for (const WordRule& rule : vocabulary.tables().workforce.services) {
      if (rule.code == found || rule.code == "all" || !names_service(rule, outline.slice(node.span))) continue;
      if (!found.empty()) return {};
      found = rule.code;
    }
  }
  return found;
}

// The chain of named steps; each may refuse the candidate.
Rejection tell_all(const Scene& scene, Observation& o) {
  if (!scene.figure) return {"figure_lost", "The figure was not found again in its own text."};
  if (Rejection r = tell_measure(scene, o); !r.code.empty()) return r;
  if (Rejection r = tell_subject(scene, o); !r.code.empty()) return r;
  if (Rejection r = tell_quantity(scene, o); !r.code.empty()) return r;
  if (Rejection r = check_figure(scene, o); !r.code.empty()) return r;
  tell_unit(scene, o);
  tell_period(scene, o);
  tell_people(scene, o);
  tell_area(scene, o);
  if (Rejection r = tell_team(scene, o); !r.code.empty()) return r;
  tell_breakdown(scene, o);
  tell_legal(scene, o);
  return {};
}

// Page and place order; within a place the order of the text.
void sort_by_place(std::vector<Observation>& observations) {
  std::stable_sort(observations.begin(), observations.end(), [](const Observation& a, const Observation& b) {
    return a.place.page != b.place.page ? a.place.page < b.place.page : a.quote_span.begin < b.quote_span.begin;
  });
}

void name_rows(const std::string& document_id, std::vector<Observation>& observations) {
  std::map<std::string, int> ordinals;
  for (Observation& o : observations) {
    const std::string place = std::to_string(o.place.page) + "/" + o.table_id + "/" + std::to_string(o.row) + "/" + std::to_string(o.col);
    const std::string offset = std::to_string(o.quote_span.begin);
    const int ordinal = ordinals[place + "|" + o.question_number + "|" + o.measure + "|" + offset]++;
    o.observation_id = row_id("o", document_id, ordinal, place, o.question_number, o.measure, offset);
  }
}

}  // namespace

std::vector<Observation> resolve(const std::string& document_id, const std::vector<Candidate>& candidates,
                                 const Outline& outline, const DocumentRecord& record, const Vocabulary& vocabulary,
                                 Diagnostics& diagnostics) {
  ReadingCache cache(vocabulary);
  const std::string service = only_service(outline, vocabulary);
  const Discourse discourse(outline, record, vocabulary);
  std::vector<Observation> out;
  for (const Candidate& candidate : candidates) {
    Observation observation;
    set_place(candidate, outline, observation);
    if (candidate.columns_uncertain) add_evidence(observation, "column", "uncertain");
    Scene scene = make_scene(candidate, outline, record, vocabulary, cache);
    scene.document_service = service;
    scene.discourse = &discourse;
    if (const Rejection refusal = tell_all(scene, observation); !refusal.code.empty()) refuse(candidate, refusal, diagnostics);
    else out.push_back(std::move(observation));
  }
  sort_by_place(out);
  date_from_repeats(out, vocabulary.tables().workforce);
  drop_same_place(out);
  drop_explained_absences(out);
  name_rows(document_id, out);
  mark_repeats(out);
  drop_repeated_absences(out);
  return out;
}

}  // namespace muster
