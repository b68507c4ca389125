#include <algorithm>

#include "normalizers/pattern.h"
#include "normalizers/statements.h"
#include "normalizers/surroundings.h"
#include "normalizers/tell.h"
#include "normalizers/vocabulary_tables.h"
#include "schemas/text.h"

namespace muster {
namespace {

bool counts_people(std::string_view unit) { return unit == "fte" || unit == "headcount" || unit == "hours"; }
bool is_pay_period(std::string_view unit) { return unit.starts_with("gbp_"); }

using Accepts = bool (*)(std::string_view);

// "37 hours a week": how long people work, not what they are paid for.
bool is_of_working_time(const TextReading& words, const Mention& m) {
  static const Pattern worked("\\b(?:hours?|hrs|days) ?$");
  return is_pay_period(m.code) && worked.in(std::string_view(words.text).substr(0, m.begin));
}

// The unit word of a text; none where the text has two ("FTE and headcount").
const Mention* unit_in(const TextReading& words, Accepts accepts) {
  const Mention* found = nullptr;
  for (const Mention& m : words.mentions) {
    if (m.kind != MentionKind::unit || !accepts(m.code) || is_of_working_time(words, m)) continue;
    if (found && found->code != m.code) return nullptr;
    found = &m;
  }
  return found;
}

bool names_two(const TextReading& words, Accepts accepts) {
  const Mention* found = nullptr;
  for (const Mention& m : words.mentions) {
    if (m.kind != MentionKind::unit || !accepts(m.code)) continue;
    if (found && found->code != m.code) return true;
    found = &m;
  }
  return false;
}

// "FTE: full-time equivalent. HC: headcount." explains short forms; it says nothing of the figures.
bool explains_short_forms(const TextReading& words) {
  static const Pattern pattern("\\b(?:fte|wte|hc)\\W{1,3}(?:is |are |means |stands for |= ?)?(?:full|whole|head)");
  return pattern.in(words.text);
}

// "This includes the lead (1 WTE)": the unit of the note's own figure.
bool counts_a_part(const TextReading& words) {
  return std::any_of(words.quantities.begin(), words.quantities.end(), [](const QuantityMatch& q) { return counts_people(q.unit); });
}

// The nearest statement that speaks of the measure, else the nearest of all.
const Around* statement_of_unit(const Scene& scene, std::string_view measure, Accepts accepts) {
  const Around* nearest = nullptr;
  for (const Around& a : scene.statements) {
    if (!unit_in(*a.words, accepts) || !states_unit(a.words->text)) continue;
    if (a.words->has(MentionKind::measure, measure)) return &a;
    if (!nearest) nearest = &a;
  }
  return nearest;
}

// "The staff (WTE) consisted of:" over the items of a list, "Caseworkers (WTE)" over lines of years and figures.
bool is_lead_in(const Scene& scene, const Around& a) {
  if (a.kind != ContextKind::previous_text || a.distance != 0) return false;
  return (scene.in_prose() && a.words->text.ends_with(':')) || (is_figure_line(scene.own->text) && a.words->quantities.empty());
}

// From the nearest text that says how is counted; statements beside a table come after its own words. A text that names both
// ways settles nothing and ends the search.
std::string unit_around(const Scene& scene, Accepts accepts, Observation& observation) {
  const auto told_in = [&](const Around& a, const Mention& m) {
    add_evidence(observation, "unit", words_of(*a.words, m) + " in " + std::string(name_of(a.kind)));
    return m.code;
  };
  const Around* statement = statement_of_unit(scene, observation.measure, accepts);
  for (const Around& a : scene.around) {
    if (statement && !belongs_to_table(a.kind)) break;
    const bool over_list = is_lead_in(scene, a);
    const bool lead_in = over_list || (a.kind == ContextKind::previous_text && a.distance == 0 && accepts == is_pay_period);  // "Rates, per hour" over a list
    const bool caption = a.kind == ContextKind::previous_text && a.distance == 0 && scene.in_table() && is_caption(a.words->text);
    if ((a.kind == ContextKind::previous_text && !lead_in && !caption) || a.kind == ContextKind::document_title) continue;
    if (a.kind == ContextKind::table_note && (explains_short_forms(*a.words) || counts_a_part(*a.words))) continue;
    if (names_two(*a.words, accepts)) return {};
    if (const Mention* m = unit_in(*a.words, accepts)) return told_in(a, *m);
  }
  return statement ? told_in(*statement, *unit_in(*statement->words, accepts)) : std::string();
}

// "full-time equivalent (FTE) agency workers": the unit may be parted from the measure's words by a bracket and a blank.
constexpr size_t widest_unit_gap_bytes = 2;

// "487 social workers in post, equal to 445.3 FTE", "324 (308.2 FTE)": whoever gives the full-time equivalent of a number counted heads.
bool has_its_fte_beside(const Scene& scene, const QuantityMatch& quantity) {
  static const Pattern same("^[^.;:\\d]{0,60}?(?:\\(|,? (?:or|equal to|equivalent to|equating to|which is|that is|i\\.?e\\.?|made up of) )(?:an? |some |about |around |just )?$");
  const auto& all = scene.own->quantities;
  const auto next = std::find_if(all.begin(), all.end(), [&](const QuantityMatch& q) { return q.begin >= quantity.end; });
  return quantity.unit.empty() && !quantity.bracketed && next != all.end() && next->unit == "fte" &&
         same.in(scene.own->text.substr(quantity.end, next->begin - quantity.end));
}

// "553 officers (495 full-time equivalents)": the unit in the bracket is of the figure there.
bool is_of_bracketed_figure(const Scene& scene, const Mention& unit) {
  const auto& all = scene.own->quantities;
  return !scene.quantity->bracketed && std::any_of(all.begin(), all.end(), [&](const QuantityMatch& q) {
    return q.bracketed && q.begin <= unit.begin && scene.own->text.find(')', q.begin) >= unit.begin;
  });
}

// Printed with the figure, standing next to it, or within the words of its measure ("established hours").
std::string own_unit(const Scene& scene, const QuantityMatch& quantity, const Bound& bound) {
  if (counts_people(quantity.unit)) return quantity.unit;
  const auto& all = scene.own->quantities;  // "245.1 FTE (261 people)": people beside FTE are a headcount
  static const Pattern heads("^(?:people|individuals|persons)\\b");
  if (heads.in(quantity.following) && std::any_of(all.begin(), all.end(), [](const QuantityMatch& q) { return q.unit == "fte"; }))
    return "headcount";
  if (has_its_fte_beside(scene, quantity)) return "headcount";
  if (const Mention* own = scene.own_mention(bound.unit); own && counts_people(own->code) && !is_of_bracketed_figure(scene, *own)) return own->code;
  if (const Mention* measure = scene.own_mention(bound.measure))
    for (const Mention& m : scene.own->mentions)
      if (m.kind == MentionKind::unit && counts_people(m.code) && m.begin < measure->end && measure->begin <= m.end + widest_unit_gap_bytes && !is_of_bracketed_figure(scene, m)) return m.code;
  return {};
}

// "of these 640 are vacant", "from 307.0 to 441.2 FTE", "14 agency workers by headcount and a year later 21": a bare figure
// counts like its neighbour in the sentence.
std::string unit_of_neighbour(const Scene& scene) {
  const auto& quantities = scene.own->quantities;
  const size_t i = static_cast<size_t>(scene.ordinal);
  const auto between = [&](size_t a, size_t b) {
    return scene.own->text.substr(quantities[a].end, quantities[b].begin - quantities[a].end);
  };
  if (i + 1 < quantities.size() && (between(i, i + 1) == " to " || between(i, i + 1) == " and " || between(i, i + 1) == " of the "))
    if (counts_people(quantities[i + 1].unit)) return quantities[i + 1].unit;
  if (i == 0 || (quantities[i - 1].bracketed && !quantities[i].bracketed)) return {};
  const Bound& previous = (*scene.all_bound)[i - 1];
  const std::string before = own_unit(scene, quantities[i - 1], previous);
  if (previous.measure >= 0 && previous.measure == scene.bound->measure) return before;
  const std::string gap = between(i - 1, i);
  const bool part_of = gap.find("of these") != std::string::npos || gap.find("of which") != std::string::npos ||
                       gap.find("of whom") != std::string::npos || gap.find("of them") != std::string::npos;
  return part_of && scene.figures > 1 && counts_people(before) ? before : std::string();
}

// "Headcount, FTE in brackets" over or beside a table: which way the figure outside, and which the one inside, is counted.
std::string unit_by_bracket(const Scene& scene) {
  static const Pattern pattern("\\b(fte|wte|head ?-?counts?|(?:full|whole)[- ]time[- ]equivalents?)s? (?:is |are |figures? )?(?:shown |given |stated )?in (?:round )?(?:brackets|parenthes[ei]s)");
  static const Pattern label("^\\W*(?:(?:people|persons?|head ?-?counts?|heads|number|staff|posts) \\((fte|wte|(?:full|whole)[- ]time[- ]equivalents?)s?\\)|(?:fte|wte) \\((people|persons|heads|head ?-?count)\\))");
  if (!scene.quantity || !scene.in_table()) return {};
  for (const Around& a : scene.around) {
    if (scene.figures == 2 && label.in(a.words->text))
      return label.all(a.words->text).front().groups[1].empty() == scene.quantity->bracketed ? "fte" : "headcount";
    const std::vector<Pattern::Match> found = pattern.all(a.words->text);
    if (found.empty()) continue;
    const bool fte_inside = !ascii_lower(found.front().groups[0]).starts_with("head");
    return fte_inside == scene.quantity->bracketed ? "fte" : "headcount";
  }
  return {};
}

// "3 officers and 2.5 FTE" in answer to how many work here and how much that is as FTE: the bare one is the other of the two.
bool stands_beside_fte(const Scene& scene) {
  if (scene.in_table() || !scene.quantity || !scene.quantity->unit.empty() || scene.own->quantities.size() != 2) return false;
  return std::any_of(scene.own->quantities.begin(), scene.own->quantities.end(), [](const QuantityMatch& q) { return q.unit == "fte"; });
}

// "There were 648 qualified and 315 unqualified workers (wte).": a bracket with nothing but the unit ends the list.
std::string unit_closing_list(const Scene& scene) {
  static const Pattern closing("\\((?:all |both )?(?:(fte|wte|(?:full|whole)[- ]time[- ]equivalents?)|head ?-?count)\\)\\W*$");
  if (scene.in_table() || scene.figures < 2) return {};
  const auto units = std::count_if(scene.own->mentions.begin(), scene.own->mentions.end(), [](const Mention& m) { return m.kind == MentionKind::unit && counts_people(m.code); });
  const std::vector<Pattern::Match> found = closing.all(scene.own->text);
  if (units != 1 || found.empty()) return {};
  return found.front().groups[0].empty() ? "headcount" : "fte";
}

std::string people_unit(const Scene& scene, Observation& observation) {
  if (scene.bound) {
    if (const std::string list = unit_closing_list(scene); !list.empty()) return list;
    if (const std::string own = own_unit(scene, *scene.quantity, *scene.bound); !own.empty()) return own;
    if (const std::string neighbour = unit_of_neighbour(scene); !neighbour.empty()) return neighbour;
  }
  if (const std::string by_bracket = unit_by_bracket(scene); !by_bracket.empty()) return by_bracket;
  if (stands_beside_fte(scene)) return "unstated";
  const std::string around = unit_around(scene, counts_people, observation);
  return around.empty() ? "unstated" : around;
}

bool pound_sign_near(const Scene& scene) {
  const auto has = [](const std::string& text) { return text.find("\u00A3") != std::string::npos; };
  if (has(scene.own->text)) return true;
  for (const Around& a : scene.around)
    if ((a.kind == ContextKind::column_header || a.kind == ContextKind::row_header || a.kind == ContextKind::stub_header || a.kind == ContextKind::section_row ||
         a.kind == ContextKind::table_title) && has(a.words->text))
      return true;
  return false;
}

// "Average pay £11.44": no one earns that in a year, and what it is paid for is not said.
bool is_below_yearly_pay(const Scene& scene) {
  constexpr size_t most_digits = 3;
  if (!scene.quantity) return false;
  const std::string& value = scene.quantity->quantity.value;
  return !value.empty() && value != "0" && std::min(value.find('.'), value.size()) <= most_digits;
}

std::string money_unit(const Scene& scene, const Measure& measure, Observation& observation) {
  const std::string printed = scene.quantity ? scene.quantity->unit : "";
  if (is_pay_period(printed)) return printed;
  if (scene.bound)
    if (const Mention* own = scene.own_mention(scene.bound->unit); own && is_pay_period(own->code)) return own->code;
  if (measure.kind == "price")
    if (const Mention* own = unit_in(*scene.own, is_pay_period)) return own->code;
  if (measure.kind == "price")
    if (const std::string around = unit_around(scene, is_pay_period, observation); !around.empty()) return around;
  if (scene.quantity && printed != "gbp" && !pound_sign_near(scene)) return "unstated";
  if (measure.default_unit == "gbp_per_year" && is_below_yearly_pay(scene)) return "gbp";
  return measure.default_unit.empty() ? "gbp" : measure.default_unit;
}

}  // namespace

void tell_unit(const Scene& scene, Observation& observation) {
  const Measure& measure = scene.vocabulary->tables().workforce.measures.at(observation.measure);
  const std::string printed = scene.quantity ? scene.quantity->unit : "";
  if (printed == "percent" && measure.counts_in("percent")) observation.unit = "percent";
  else if (measure.counts_in("money")) observation.unit = money_unit(scene, measure, observation);
  else if (!printed.empty() && !counts_people(printed) && measure.counts_in(unit_family(printed))) observation.unit = printed;
  else if (!measure.default_unit.empty()) observation.unit = measure.default_unit;
  else observation.unit = people_unit(scene, observation);
}

}  // namespace muster
