#include <algorithm>

#include "normalizers/explained_symbol.h"
#include "normalizers/money_multiples.h"
#include "normalizers/tell.h"
#include "normalizers/vocabulary_tables.h"
#include "schemas/text.h"

namespace muster {
namespace {

bool is_cell_header(ContextKind kind) { return kind == ContextKind::column_header || kind == ContextKind::row_header; }

// "Starters" under "Movement in the year": the inner label says what moved, and how many.
bool holds_a_flow(const Scene& scene, const Around& outer) {
  return std::any_of(scene.around.begin(), scene.around.end(), [&](const Around& a) {
    const Mention* m = a.kind == outer.kind && a.distance < outer.distance ? a.words->best(MentionKind::measure) : nullptr;
    return m && scene.vocabulary->tables().workforce.measures.at(m->code).kind == "flow";
  });
}

// Whether a header of the cell calls it a difference or change, or a rating.
bool under_header_of(const Scene& scene, std::string_view marker) {
  return std::any_of(scene.around.begin(), scene.around.end(), [&](const Around& a) {
    return is_cell_header(a.kind) && !holds_a_flow(scene, a) && std::any_of(a.words->mentions.begin(), a.words->mentions.end(), [&](const Mention& m) {
      return m.kind == MentionKind::marker && m.code == marker && m.scope == "header";
    });
  });
}

// "Expected agency spend in 2023/24?": what the answer gives without a period of its own is what is expected.
bool is_asked_as_plan(const Scene& scene) {
  static const Pattern pattern("^\\W*(?:\\w+ ){0,6}?(?:expected|forecast|projected|planned|predicted|anticipated|budgeted for|target)\\b");
  if (scene.in_table() || !scene.own->periods.empty()) return false;
  return std::any_of(scene.around.begin(), scene.around.end(), [](const Around& a) { return a.kind == ContextKind::question && pattern.in(a.words->text); });
}

// Words of a plan before the figure or, for some, after it, in its headers, or in a heading or lead-in that speaks of the same measure. A
// paragraph over a table that compares with a target makes no target of its figures.
bool is_planned(const Scene& scene, std::string_view measure) {
  static const Pattern result("[/\u00F7] ?[\\d,.]+ ?= ?$");  // "could be: 7,528 / 129.34 = 58.2"
  if (scene.figure && result.in(std::string_view(scene.own->text).substr(0, scene.figure->begin))) return false;
  if (scene.figure)
    for (const Mention& m : scene.own->mentions)
      if (m.kind == MentionKind::marker && m.code == "plan" && m.begin < scene.figure->end) return true;
  if (scene.figure && !scene.in_table()) {
    const std::string after = scene.own->text.substr(scene.figure->end);
    for (const WordRule& rule : scene.vocabulary->tables().workforce.markers)
      if (rule.code == "plan" && rule.scope == "after" && rule.pattern.in(after)) return true;
  }
  if (is_asked_as_plan(scene)) return true;
  return std::any_of(scene.around.begin(), scene.around.end(), [&](const Around& a) {
    const bool lead_in = a.kind == ContextKind::previous_text && ((!scene.in_table() && !scene.in_prose()) || a.words->text.ends_with(':'));
    const bool near = is_cell_header(a.kind) || (a.words->has(MentionKind::measure, measure) && (lead_in || (a.kind == ContextKind::heading && !scene.in_prose())));
    return near && a.words->has(MentionKind::marker, "plan");
  });
}

std::string symbol_of(std::string_view cell) {
  std::string symbol = ascii_lower(trimmed(cell));
  std::erase_if(symbol, [](char c) { return c == '[' || c == ']'; });
  return symbol;
}

constexpr size_t longest_abbreviation_bytes = 4;  // "N/A" and "n.a." may be explained like a sign

void tell_absence(const Scene& scene, Observation& observation) {
  observation.quantity.status = scene.figure->code;
  if (scene.figure->code == "zero") {
    observation.quantity = {"0", "", "exact", "reported"};
    return;
  }
  const bool letters = scene.figure->code == "not_applicable" && scene.candidate->raw.size() <= longest_abbreviation_bytes;
  if (scene.figure->code != "unexplained" && !letters) return;
  const std::string symbol = symbol_of(scene.candidate->raw);
  const auto explain = [&](const Around& a) {
    const std::optional<Quantity> meaning = explained_symbol(a.words->text, symbol, scene.vocabulary->tables().workforce);
    if (!meaning) return false;
    observation.quantity = *meaning;
    add_evidence(observation, "status", "the note explains '" + symbol + "'");
    return true;
  };
  for (const Around& a : scene.around)
    if ((a.kind == ContextKind::table_note || a.kind == ContextKind::previous_text) && explain(a)) return;
  for (const Around& a : scene.statements)
    if (explain(a)) return;
}

// Money under "Budget" is set aside, not spent; posts under it are the establishment.
bool is_budget(const Scene& scene, const Observation& observation) {
  static const Pattern budget("\\bbudgets?\\b"), spent("\\b(?:actual|spend|spent|outturn)\\b");
  if (!scene.in_table() || !scene.vocabulary->tables().workforce.measures.at(observation.measure).counts_in("money")) return false;
  return std::any_of(scene.around.begin(), scene.around.end(), [](const Around& a) {
    return a.kind == ContextKind::column_header && budget.in(a.words->text) && !spent.in(a.words->text);
  });
}

// "£000" over the column: the figure is written out in pounds.
void write_out_multiples(const Scene& scene, Observation& observation) {
  if (!scene.in_table() || !scene.vocabulary->tables().workforce.measures.at(observation.measure).counts_in("money")) return;
  const Multiple multiple = multiple_of_pounds(scene);
  if (multiple.places == 0) return;
  for (Decimal* value : {&observation.quantity.value, &observation.quantity.value_upper})
    if (!value->empty()) *value = with_places(*value, multiple.places);
  add_evidence(observation, "value", multiple.places == thousands ? "in thousands of pounds: " + multiple.where : "in millions of pounds: " + multiple.where);
}

// Pay in brackets is set apart, not owed: "(£27,914)".
bool is_price(const Scene& scene, const Observation& observation) {
  return scene.vocabulary->tables().workforce.measures.at(observation.measure).kind == "price";
}

}  // namespace

Rejection tell_quantity(const Scene& scene, Observation& observation) {
  if (scene.in_table() && under_header_of(scene, "rating")) return {"is_a_rating", "The column holds ratings or arrows, not figures."};
  if (!scene.quantity) {
    // "No" to "Are there vacant posts, and what is their salary?" answers the other half.
    const bool money = scene.vocabulary->tables().workforce.measures.at(observation.measure).counts_in("money");
    if (money && scene.figure->code == "zero" && folded(scene.candidate->raw) == "no") return {"no_is_no_amount", "A bare \"No\" is no amount of money."};
    tell_absence(scene, observation);
    return {};
  }
  if (scene.bound->change || under_header_of(scene, "change")) return {"is_a_change", "The figure is a change or difference, not a level."};
  const bool has_minus = !trimmed(scene.own->text).starts_with('(');
  if (scene.quantity->negative && (has_minus || !is_price(scene, observation))) return {"is_negative", "A negative figure is a change or a balance, not a level."};
  observation.quantity = scene.quantity->quantity;
  write_out_multiples(scene, observation);
  if ((is_planned(scene, observation.measure) || is_budget(scene, observation)) && observation.quantity.status == "reported") {
    observation.quantity.status = "planned";
    add_evidence(observation, "status", "words of a plan or target");
  }
  return {};
}

}  // namespace muster
