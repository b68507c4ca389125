#include <algorithm>

#include "normalizers/own_subject.h"
#include "normalizers/tell.h"
#include "normalizers/vocabulary_tables.h"
#include "schemas/text.h"

namespace muster {
namespace {

// Bare role words ("social workers") count as a measure only at this weight, in headers and bare answers.
constexpr int light_weight = 1;
constexpr int prose_weight = 2;

// A question with more words of its own than this has its own subject.
constexpr long most_label_words = 2;

struct Choice {
  const Mention* mention = nullptr;
  const Around* where = nullptr;  // null: the own words
  bool ambiguous = false;
};

bool is_question(ContextKind kind) {
  return kind == ContextKind::question || kind == ContextKind::parent_question || kind == ContextKind::preamble;
}

bool has_marker(const TextReading& words, std::string_view marker) {
  return std::any_of(words.mentions.begin(), words.mentions.end(),
                     [&](const Mention& m) { return m.kind == MentionKind::marker && m.code == marker; });
}

bool said_in_percent(const TextReading& words) {
  return std::any_of(words.mentions.begin(), words.mentions.end(),
                     [](const Mention& m) { return m.kind == MentionKind::unit && m.code == "percent"; });
}

// The unit that decides between a count and its rate: printed with the figure, else "%" or "rate" in a header of its cell.
std::string deciding_unit(const Scene& scene) {
  if (!scene.quantity) return {};
  if (!scene.quantity->unit.empty()) return scene.quantity->unit;
  for (const ContextKind kind : {ContextKind::column_header, ContextKind::row_header})
    for (const Around& a : scene.around) {
      if (a.kind != kind) continue;
      if (said_in_percent(*a.words)) return "percent";
      if (a.words->has(MentionKind::unit) || a.words->has(MentionKind::measure)) break;
    }
  return {};
}

bool in_brackets(const TextReading& words, const Mention& m) {
  const size_t open = words.text.rfind('(', m.begin);
  const size_t close = open == std::string::npos ? open : words.text.find(')', open);
  return close != std::string::npos && close >= m.end;
}

// The heaviest measure of a text that a figure in this unit can be; the first among equals. What stands in brackets only
// explains what stands outside ("Agency (within vacancies)").
Choice best_in(const Scene& scene, const TextReading& words, const std::string& unit, int least_weight) {
  const auto fitting = [&](const Mention& m) {
    return m.kind == MentionKind::measure && m.weight >= least_weight && fits(*scene.vocabulary, m.code, unit);
  };
  const bool some_outside = std::any_of(words.mentions.begin(), words.mentions.end(),
                                        [&](const Mention& m) { return fitting(m) && !in_brackets(words, m); });
  Choice choice;
  for (const Mention& m : words.mentions) {
    if (!fitting(m) || (some_outside && in_brackets(words, m))) continue;
    if (!choice.mention || m.weight > choice.mention->weight) choice = {&m};
    else if (m.weight == choice.mention->weight && m.code != choice.mention->code) choice.ambiguous = true;
  }
  return choice;
}

// "169 with 37 vacancies": the word stands next to the other figure.
bool belongs_to_other_figure(const Scene& scene) {
  if (scene.own_mention(scene.bound->measure)->begin < scene.figure->end) return false;
  return std::any_of(scene.all_bound->begin(), scene.all_bound->end(), [&](const Bound& other) {
    return &other != scene.bound && other.measure_close && other.measure == scene.bound->measure;
  });
}

Choice from_own_words(const Scene& scene) {
  if (!scene.bound) return best_in(scene, *scene.own, "", prose_weight);
  const Choice own{scene.own_mention(scene.bound->measure)};
  return own.mention && !scene.in_prose() && !scene.bound->measure_close && belongs_to_other_figure(scene) ? Choice{} : own;
}

// The innermost header of a kind that names a measure; bare role words give way to a header further out.
Choice from_headers_of(const Scene& scene, ContextKind kind, const std::string& unit) {
  Choice best;
  for (const Around& a : scene.around) {
    if (a.kind != kind || (best.mention && best.mention->weight >= prose_weight)) continue;
    Choice here = best_in(scene, *a.words, unit, light_weight);
    if (here.mention && (!best.mention || here.mention->weight > best.mention->weight)) best = {here.mention, &a};
  }
  return best;
}

// A section that only says who works ("AMHPs") makes no count of a row with words of its own ("Assessments made").
Choice from_section(const Scene& scene, const std::string& unit) {
  const Choice section = from_headers_of(scene, ContextKind::section_row, unit);
  const bool own_subject = std::any_of(scene.around.begin(), scene.around.end(),
                                       [](const Around& a) { return a.kind == ContextKind::row_header && !a.unknown.empty(); });
  return section.mention && section.mention->weight < prose_weight && own_subject ? Choice{} : section;
}

// Of column and row the heavier words win, the column among equals; a section row speaks where both are silent.
Choice from_headers(const Scene& scene, const std::string& unit) {
  const Choice column = from_headers_of(scene, ContextKind::column_header, unit), row = from_headers_of(scene, ContextKind::row_header, unit);
  if (!column.mention && !row.mention) return from_section(scene, unit);
  if (!column.mention || (row.mention && row.mention->weight > column.mention->weight)) return row;
  return column;
}

// Whether a text names another measure beside the chosen one; words within its own words are no other.
bool names_another(const Scene& scene, const TextReading& words, const Mention& chosen, const std::string& unit) {
  return std::any_of(words.mentions.begin(), words.mentions.end(), [&](const Mention& m) {
    const bool apart = m.end <= chosen.begin || chosen.end <= m.begin;
    return m.kind == MentionKind::measure && m.weight >= prose_weight && m.code != chosen.code && apart && fits(*scene.vocabulary, m.code, unit);
  });
}

// Titles and headings that name several measures say nothing of one figure.
Choice from_titles(const Scene& scene, const std::string& unit) {
  for (const Around& a : scene.around) {
    if (a.kind != ContextKind::table_title && a.kind != ContextKind::heading && a.kind != ContextKind::stub_header) continue;
    Choice here = best_in(scene, *a.words, unit, prose_weight);
    if (here.mention && !here.ambiguous && !names_another(scene, *a.words, *here.mention, unit)) return {here.mention, &a};
  }
  return {};
}

// A question with several measures ("how many posts, and how many are vacant?") gives them to the figures in order.
const Mention* nth_measure(const Scene& scene, const TextReading& question, const std::string& unit, int weight) {
  std::vector<const Mention*> in_order;
  for (const Mention& m : question.mentions)
    if (m.kind == MentionKind::measure && m.weight >= weight && fits(*scene.vocabulary, m.code, unit) &&
        (in_order.empty() || in_order.back()->code != m.code))
      in_order.push_back(&m);
  const bool all_bare = static_cast<size_t>(scene.figures) == in_order.size() && scene.figures > 1;
  return all_bare ? in_order[static_cast<size_t>(scene.ordinal)] : nullptr;
}

// A part of a question together with the question that it is part of may say more than the part alone.
Choice whole_question(const Scene& scene, int distance, const std::string& unit) {
  for (const Around& a : scene.around)
    if (a.kind == ContextKind::parent_question && a.distance == distance) {
      Choice choice = best_in(scene, *a.words, unit, prose_weight);
      choice.where = &a;
      return choice;
    }
  return {};
}

Choice heavier(Choice part, Choice whole, const Around& where) {
  if (part.mention) part.where = &where;
  return whole.mention && (!part.mention || whole.mention->weight > part.mention->weight) ? whole : part;
}

// "SW: 18" in answer to "how many cases does each hold": a line that names a worker gives that worker's number.
const Mention* measure_of_one_worker(const Scene& scene, const TextReading& question) {
  if (scene.label.empty() || !scene.quantity) return nullptr;
  const TextReading label = read_words(scene.label, *scene.vocabulary);
  if (!label.has(MentionKind::role) || !scene.quantity->following.empty()) return nullptr;
  for (const Mention& m : question.mentions)
    if (m.kind == MentionKind::measure && scene.vocabulary->tables().workforce.measures.at(m.code).counts_in("cases_per_worker")) return &m;
  return nullptr;
}

Choice from_questions(const Scene& scene, const std::string& unit) {
  bool other_subject = false;
  for (const Around& a : scene.around) {
    if (!is_question(a.kind) && a.kind != ContextKind::previous_text) continue;
    if (other_subject && a.kind != ContextKind::parent_question) continue;
    if (a.kind == ContextKind::question) other_subject = std::count(a.unknown.begin(), a.unknown.end(), ' ') >= most_label_words;
    const bool label = is_question(a.kind) && a.unknown.empty();  // "b) Agency workers": the question is a bare label
    Choice here = best_in(scene, *a.words, unit, label ? light_weight : prose_weight);
    if (a.kind == ContextKind::question) here = heavier(here, whole_question(scene, a.distance, unit), a);
    if (!here.mention && a.kind == ContextKind::question && (scene.quantity || scene.figure->code == "zero") && has_marker(*a.words, "asks_number"))
      here = best_in(scene, *a.words, unit, light_weight);  // "How many practitioners …?"
    if (!here.mention) continue;
    const Around* where = here.where ? here.where : &a;
    if (const Mention* each = measure_of_one_worker(scene, *where->words)) here.mention = each;
    else if (const Mention* nth = nth_measure(scene, *where->words, unit, prose_weight)) here.mention = nth;
    return {here.mention, where};
  }
  return {};
}

// An answer takes its measure from the question only when its own words name no subject of their own.
bool speaks_for_itself(const Scene& scene) {
  if (scene.in_table()) {
    for (const Around& a : scene.around)
      if (a.kind == ContextKind::column_header && !a.unknown.empty()) return true;
    return false;
  }
  return scene.quantity && !own_subject(*scene.own, *scene.figure, *scene.vocabulary).empty();
}

// "No" and "n/a" stand for a figure only where a number was asked for.
bool number_was_asked(const Scene& scene) {
  bool asked = false, any = false;
  for (const Around& a : scene.around) {
    if (!is_question(a.kind)) continue;
    any = true;
    asked |= has_marker(*a.words, "asks_number") || a.unknown.empty();
  }
  return asked || !any;
}

// "one reason among others": a number word away from the words of a measure counts nothing of the workforce.
bool is_loose_number_word(const Scene& scene) {
  if (!scene.quantity || !scene.quantity->spelled || scene.bound->measure_close || scene.own_unknown.empty()) return false;
  return scene.in_prose() || scene.in_table() || !own_subject(*scene.own, *scene.figure, *scene.vocabulary).empty();
}

// The words of a rate with a count: a figure printed as one, or a bare one beside its own percentage ("19 = 13%").
bool is_count_of_rate(const Scene& scene, const Measure& measure) {
  if (!scene.quantity || measure.count_measure.empty()) return false;
  const std::string& unit = scene.quantity->unit;
  if (unit == "fte" || unit == "headcount" || unit == "hours") return true;
  const auto& all = scene.own->quantities;
  return unit.empty() && all.size() > 1 &&
         std::any_of(all.begin(), all.end(), [](const QuantityMatch& q) { return q.unit == "percent"; });
}

// Tables are looked through up to this many headers; a longer list of them says enough.
constexpr int most_headers_looked_at = 40;

// Whether other columns (or rows) of the table say for themselves what they count.
bool other_headers_name_measures(const Scene& scene, ContextKind kind) {
  const Table& table = scene.outline->tables[static_cast<size_t>(scene.candidate->table)];
  const CellKind wanted = kind == ContextKind::column_header ? CellKind::column_header : CellKind::row_header;
  int looked_at = 0;
  for (const Cell& c : table.cells) {
    if (c.kind != wanted || c.text.empty() || ++looked_at > most_headers_looked_at) continue;
    const TextReading words = read_words(c.text, *scene.vocabulary);
    if (const Mention* m = words.best(MentionKind::measure); m && m->weight > light_weight) return true;
  }
  return false;
}

// "Agency" over a column under the question "what is the turnover rate": the header only says whose. A rate, a price or a
// caseload of the question or title goes before a bare role word.
Choice over_light_header(const Scene& scene, const Choice& header, const std::string& unit) {
  if (header.mention->weight > light_weight || other_headers_name_measures(scene, header.where->kind)) return header;
  const Choice titles = from_titles(scene, unit), asked = titles.mention ? titles : from_questions(scene, unit);
  if (!asked.mention || asked.mention->weight <= light_weight) return header;
  const Measure& measure = scene.vocabulary->tables().workforce.measures.at(asked.mention->code);
  return measure.counts_in("people") ? header : asked;
}

// The one sum of money of a sentence that answers a question about money, whatever else the sentence says.
bool is_money_for_money(const Scene& scene) {
  if (scene.in_table() || !scene.quantity || !scene.quantity->unit.starts_with("gbp")) return false;
  const auto& all = scene.own->quantities;
  return std::count_if(all.begin(), all.end(), [](const QuantityMatch& q) { return q.unit.starts_with("gbp"); }) == 1;
}

// "Grade 9 – £4,000" under the lead-in that names the payment.
bool in_list_item(const Scene& scene) {
  return scene.in_prose() && scene.outline->nodes[static_cast<size_t>(scene.candidate->node)].kind == NodeKind::list_item;
}

bool in_bare_list_item(const Scene& scene) { return in_list_item(scene) && scene.own_unknown.empty(); }

Choice from_lead_in(const Scene& scene, const std::string& unit) {
  for (const Around& a : scene.around) {
    if (a.kind != ContextKind::previous_text || a.distance != 0 || !a.words->text.ends_with(':')) continue;
    const Choice here = best_in(scene, *a.words, unit, prose_weight);
    if (here.mention && !here.ambiguous) return {here.mention, &a};
  }
  return {};
}

// "It has gone up … to 18.6%": a sentence that opens with a pronoun speaks of what the one before names.
Choice from_sentence_before(const Scene& scene, const std::string& unit) {
  static const Pattern pronoun("^(?:it|this|that|they|these) (?:has|have|had|was|were|is|are|rose|fell|went)\\b");
  if (!pronoun.in(scene.own->text)) return {};
  for (const Around& a : scene.around) {
    if (a.kind != ContextKind::previous_text || a.distance != 0) continue;
    const Choice here = best_in(scene, *a.words, unit, prose_weight);
    return here.mention && !here.ambiguous ? Choice{here.mention, &a} : Choice{};
  }
  return {};
}

Choice choose(const Scene& scene, const std::string& unit) {
  const Choice own = from_own_words(scene);
  if (own.mention && in_list_item(scene) && scene.bound && !scene.bound->measure_close && !scene.quantity->bracketed)
    if (Choice lead_in = from_lead_in(scene, unit); lead_in.mention) return lead_in;
  if (own.mention) return own;
  if (scene.in_table())
    if (Choice header = from_headers(scene, unit); header.mention) return over_light_header(scene, header, unit);
  if (scene.in_prose()) return in_bare_list_item(scene) ? from_questions(scene, unit) : from_sentence_before(scene, unit);
  if (is_money_for_money(scene))
    if (Choice asked = from_questions(scene, unit); asked.mention) return asked;
  if (speaks_for_itself(scene)) return {};
  if (Choice title = scene.in_table() ? from_titles(scene, unit) : Choice{}; title.mention) return title;
  return from_questions(scene, unit);
}

// "251 permanent and 108 agency" in answer to how many work here: those of an agency are counted as such.
bool counts_agency_workers(const Scene& scene, const Measure& measure) {
  if (measure.code != "inpost" || !scene.bound) return false;
  const Mention* own = scene.own_mention(scene.bound->category);
  return own && own->code == "agency";
}

}  // namespace

Rejection tell_measure(const Scene& scene, Observation& observation) {
  const std::string unit = deciding_unit(scene);
  const Choice choice = choose(scene, unit);
  if (!choice.mention) return {"measure_not_told", "No words near this figure say which measure it is."};
  if (!scene.quantity && choice.where && !scene.in_table() && !number_was_asked(scene))
    return {"no_number_asked", "The question asks for no number, so its answer stands for none."};
  if (is_loose_number_word(scene)) return {"loose_number_word", "A number word away from the words of a measure."};
  const Measure& measure = scene.vocabulary->tables().workforce.measures.at(choice.mention->code);
  const bool as_rate = unit == "percent" && !measure.counts_in("percent");
  const bool as_count = is_count_of_rate(scene, measure);
  observation.measure = as_rate ? measure.percent_measure : as_count ? measure.count_measure : measure.code;
  if (counts_agency_workers(scene, measure)) observation.measure = "agency";
  const TextReading& words = choice.where ? *choice.where->words : *scene.own;
  const std::string_view where = choice.where ? name_of(choice.where->kind) : "own words";
  add_evidence(observation, "measure", words_of(words, *choice.mention) + " in " + std::string(where) + (as_rate ? ", in per cent" : as_count ? ", as a count" : ""));
  return {};
}

}  // namespace muster
