#include <algorithm>
#include <cstdlib>

#include "normalizers/asked_number.h"
#include "normalizers/list_measure.h"
#include "normalizers/measure_fits.h"
#include "normalizers/measure_for_whom.h"
#include "normalizers/measure_in_unit.h"
#include "normalizers/own_subject.h"
#include "normalizers/surroundings.h"
#include "normalizers/table_measure.h"
#include "normalizers/tell.h"
#include "normalizers/vocabulary_tables.h"
#include "normalizers/whole_of_part.h"
#include "schemas/text.h"

namespace muster {
namespace {

// A question with more words of its own than this has its own subject.
constexpr long most_label_words = 2;

// "169 with 37 vacancies": the word stands next to the other figure.
bool belongs_to_other_figure(const Scene& scene) {
  if (scene.own_mention(scene.bound->measure)->begin < scene.figure->end) return false;
  return std::any_of(scene.all_bound->begin(), scene.all_bound->end(), [&](const Bound& other) {
    return &other != scene.bound && other.measure_close && other.measure == scene.bound->measure;
  });
}

// "% of posts vacant: 24.6": the label of the only figure of a short line counts in per cent.
bool label_in_per_cent(const Scene& scene) {
  constexpr size_t longest_line_bytes = 100;
  if (scene.in_table() || !scene.quantity || scene.figures != 1 || scene.own->text.size() > longest_line_bytes) return false;
  return std::any_of(scene.own->mentions.begin(), scene.own->mentions.end(), [&](const Mention& m) {
    return m.kind == MentionKind::unit && m.code == "percent" && (m.end <= scene.figure->begin || scene.figure->begin == 0);
  });
}

// A column headed "FTE" or "Headcount" and nothing else counts people, whatever else was asked.
std::string people_unit_over(const Scene& scene) {
  const auto header = std::find_if(scene.around.begin(), scene.around.end(), [](const Around& a) { return a.kind == ContextKind::column_header; });
  if (header == scene.around.end() || !header->unknown.empty() || header->words->has(MentionKind::measure)) return {};
  for (const char* unit : {"fte", "headcount"})
    if (header->words->has(MentionKind::unit, unit)) return unit;
  return {};
}

// The unit that decides between a count and its rate: printed with the figure, else "%" or "rate" in a header of its cell.
std::string deciding_unit(const Scene& scene) {
  if (scene.quantity && !scene.quantity->unit.empty()) return scene.quantity->unit;
  if (label_in_per_cent(scene)) return "percent";
  if (!scene.in_table()) return {};
  const std::string unit = unit_of_headers(scene);
  return unit.empty() ? people_unit_over(scene) : unit;
}

Choice from_own_words(const Scene& scene) {
  if (!scene.bound) return best_in(scene, *scene.own, "", prose_weight);
  const Choice own{scene.own_mention(scene.bound->measure)};
  return own.mention && !scene.in_prose() && !scene.bound->measure_close && belongs_to_other_figure(scene) ? Choice{} : own;
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

// "120 and 14 respectively": figures alone, in the order of what was asked.
bool answers_in_turn(const Scene& scene) {
  static const Pattern words("[a-z]{2,}"), known("^(?:and|respectively|approximately|about|fte|wte|headcount)$");
  const std::string text = ascii_lower(scene.own->text);
  for (const Pattern::Match& m : words.all(text))
    if (!known.in(std::string_view(text).substr(m.begin, m.end - m.begin))) return false;
  return true;
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

// "Monthly spend in 2019" in a request about agency workers: whose pay is asked for stands in another of its texts.
Choice spend_of_category(const Scene& scene, const std::string& unit) {
  static const Pattern spend("\\b(?:spen[dt]|spending|expenditure|costs?|paid|sums?|amounts?)\\b");
  static const Pattern pay("\\b(?:rates?|salar|per hour|hourly|daily|supplement|bonus|overhead|advertis|training|travel|insurance|software|income|fees?)");
  if (!unit.starts_with("gbp") || unit.size() > std::string_view("gbp").size()) return {};
  bool asked = false;
  for (const Around& a : scene.around) {
    if (!is_question(a.kind) && a.kind != ContextKind::heading && a.kind != ContextKind::document_title) continue;
    if (a.kind == ContextKind::question) asked = asked || (spend.in(a.words->text) && !pay.in(a.words->text));
    if (!asked) continue;
    for (const Mention& m : a.words->mentions)
      if (m.kind == MentionKind::measure && m.code == "agency") return {&m, &a};
  }
  return {};
}

Choice from_questions(const Scene& scene, const std::string& unit) {
  bool other_subject = false;
  for (const Around& a : scene.around) {
    if (!is_question(a.kind) && a.kind != ContextKind::previous_text && a.kind != ContextKind::label_above) continue;
    if (other_subject && a.kind != ContextKind::parent_question) continue;
    if (a.kind == ContextKind::question) other_subject = std::count(a.unknown.begin(), a.unknown.end(), ' ') >= most_label_words;
    const bool label = is_question(a.kind) && a.unknown.empty();  // "b) Agency workers": the question is a bare label
    Choice here = best_in(scene, *a.words, unit, label ? light_weight : prose_weight);
    if (a.kind == ContextKind::question) here = heavier(here, whole_question(scene, a.distance, unit), a);
    if (!here.mention && a.kind == ContextKind::question && (scene.quantity || scene.figure->code == "zero") && asks_for_staff(*a.words))
      here = best_in(scene, *a.words, unit, light_weight);  // "How many practitioners …?"
    if (!here.mention) continue;
    const Around* where = here.where ? here.where : &a;
    if (const Mention* each = measure_of_one_worker(scene, *where->words)) here.mention = each;
    else if (const Mention* nth = nth_measure(scene, *where->words, unit, prose_weight)) here.mention = nth;
    else if (const Mention* any = answers_in_turn(scene) ? nth_measure(scene, *where->words, unit, light_weight) : nullptr) here.mention = any;
    return {here.mention, where};
  }
  return spend_of_category(scene, unit);
}

// An answer takes its measure from the question only when its own words name no subject of their own.
bool speaks_for_itself(const Scene& scene) {
  if (scene.in_table()) return has_other_subject(scene);
  return scene.quantity && !own_subject(*scene.own, *scene.figure, *scene.vocabulary).empty();
}

// "72 vacancies for family workers; seven for disability workers": the noun is said once for the whole list.
bool goes_on_with_list(const Scene& scene) {
  static const Pattern opens("^ ?(?:for|in|at|within|among|were|was) ");
  if (scene.ordinal == 0 || !opens.in(std::string_view(scene.own->text).substr(scene.figure->end))) return false;
  const Bound& before = (*scene.all_bound)[static_cast<size_t>(scene.ordinal) - 1];
  const Mention& other = scene.own->mentions[static_cast<size_t>(before.figure)];
  const std::string_view between = std::string_view(scene.own->text).substr(other.end, scene.figure->begin - other.end);
  const bool listed = between.find(';') != std::string_view::npos || between.find(',') != std::string_view::npos || between.ends_with(" and ");
  const bool named = std::any_of(scene.all_bound->begin(), scene.all_bound->begin() + scene.ordinal, [&](const Bound& b) { return b.measure_close && b.measure == scene.bound->measure; });
  return listed && named && before.measure == scene.bound->measure;
}

// "one reason among others": a number word away from the words of a measure counts nothing of the workforce.
bool is_loose_number_word(const Scene& scene) {
  if (!scene.quantity || !scene.quantity->spelled || scene.bound->measure_close || scene.own_unknown.empty() || scene.quantity->quantity.value == "0" || goes_on_with_list(scene)) return false;
  const bool alternative = std::string_view(scene.own->text).substr(0, scene.figure->begin).ends_with(" or ");
  const bool counts_cases = !alternative && scene.quantity->following.starts_with("cases") && scene.own_mention(scene.bound->measure)->code == "caseload";  // "at some seventeen cases"
  if (counts_cases) return false;
  return scene.in_prose() || scene.in_table() || !own_subject(*scene.own, *scene.figure, *scene.vocabulary).empty();
}

// "£150m Children's Social Care (Budget Book)": another sum than the one that was asked for.
bool is_other_money(const Scene& scene) {
  static const Pattern other("\\bbudget book\\b|\\b(?:whole|total|overall|gross|net|council(?:'s)?) budget\\b");
  return !scene.in_table() && scene.quantity && scene.quantity->unit.starts_with("gbp") && other.in(scene.own->text);
}

// The one sum of money of a sentence that answers a question about money, whatever else the sentence says.
bool is_money_for_money(const Scene& scene) {
  static const Pattern other("\\b(?:whole|total|overall|gross|net|council(?:'s)?) budget\\b|\\b(?:business plan|budget book|savings?|income|grant|reserves?|fine)\\b");
  if (other.in(scene.own->text)) return false;
  if (scene.in_table() || !scene.quantity || !scene.quantity->unit.starts_with("gbp")) return false;
  const auto& all = scene.own->quantities;
  return std::count_if(all.begin(), all.end(), [](const QuantityMatch& q) { return q.unit.starts_with("gbp"); }) == 1;
}

// "Then come Ashby (20%), Barnham (19%)": places and their figures in brackets go on with what the sentence before tells.
bool is_roll_of_places(const Scene& scene) {
  constexpr size_t fewest_places = 3;
  if (!scene.bound || scene.all_bound->size() < fewest_places) return false;
  return std::all_of(scene.all_bound->begin(), scene.all_bound->end(), [&](const Bound& b) {
    const Mention& m = scene.own->mentions[static_cast<size_t>(b.figure)];
    return b.area >= 0 && scene.own->quantities[static_cast<size_t>(m.index)].bracketed;
  });
}

// "It has gone up … to 18.6%", "A year before, on 30 September 2019, it had employed 324": a sentence whose subject is a pronoun
// speaks of what the one before names.
bool has_pronoun_for_subject(const Scene& scene) {
  static const Pattern pronoun("^\\W*(?:(?:in|at|by|on|as of|as at) (?:the )?(?:[a-z]+ ){0,3}\\d[\\d/-]*,? |(?:by |in )?(?:last|this|the same) year,? |(?:now|today|at present),? )?(?:(?:it|this|that|they|these|those) (?:has|have|had|was|were|is|are|rose|fell|went|stood|compare[ds]?)"
                               "|(?:the|that|this|its) (?:[a-z]+(?:'s)? ){0,2}(?:figure|number|rate|total|level|average|proportion|percentage)\\b"
                               "|(?:an?|the|one) (?:year|decade) (?:before|earlier|ago|later|previously),? (?:it|there|the figure|that)\\b)");
  static const Pattern after_a_date("^[^.;:]{0,80}?\\b(?:it|they) (?:has |have |had )?(?:been|employed|was|were|is|are|stood|rose|fell|went)\\b");
  if (pronoun.in(scene.own->text)) return true;
  const std::vector<Pattern::Match> found = after_a_date.all(scene.own->text);
  return !found.empty() && scene.figure->begin >= found.front().end && !scene.own->periods.empty() && own_subject(*scene.own, *scene.figure, *scene.vocabulary).empty();
}

Choice from_sentence_before(const Scene& scene, const std::string& unit) {
  if (!has_pronoun_for_subject(scene) && !is_roll_of_places(scene)) return {};
  for (const Around& a : scene.around) {
    if (a.kind != ContextKind::previous_text || a.distance != 0) continue;
    const Choice here = best_in(scene, *a.words, unit, prose_weight);
    return here.mention && !here.ambiguous ? Choice{here.mention, &a} : Choice{};
  }
  return {};
}

// "Agency" over a column under the question "what is the turnover rate": the header only says whose.
Choice over_light_header(const Scene& scene, const Choice& header, const std::string& unit) {
  const bool others_say = header.where->kind == ContextKind::column_header ? scene.facts->columns_name_measures : scene.facts->rows_name_measures;
  if (header.mention->weight > light_weight || others_say) return header;
  const Choice titles = from_titles(scene, unit), asked = titles.mention ? titles : from_questions(scene, unit);
  return gives_way(scene, header, asked) ? asked : header;
}

// "Social workers are not employed by us": whatever was asked of them, there is none of it.
Choice asked_of_no_one(const Scene& scene) {
  if (scene.quantity || scene.figure->code != "not_applicable" || scene.in_table() || scene.in_prose()) return {};
  return from_questions(scene, "");
}

// The heading of a page that quotes questions stands further from an answer's table than its question.
bool stands_over_question(const Scene& scene, const Around& title) {
  if (title.kind != ContextKind::heading || scene.candidate->exchange < 0) return false;
  const int question = scene.outline->exchanges[static_cast<size_t>(scene.candidate->exchange)].question_node;
  if (question < 0) return false;
  const size_t begin = scene.outline->nodes[static_cast<size_t>(question)].span.begin;
  return std::any_of(scene.candidate->context.begin(), scene.candidate->context.end(), [&](const Context& c) {
    return c.kind == ContextKind::heading && c.text == title.words->text && !c.span.empty() && c.span.end <= begin;
  });
}

// "Cover is not needed for every absence and is not recorded": what is not held is what was asked for, unless the question
// names the measure of the answer's words too.
Choice asked_of_absence(const Scene& scene, const Choice& own) {
  if (scene.quantity || !own.mention || scene.in_table() || scene.candidate->exchange < 0) return {};
  static const Pattern reason("[:;]|[\u2013\u2014]| - |\\b(?:because|since|as)\\b");  // "Not held \u2013 nobody was recruited abroad"
  if (own.mention->begin > scene.figure->end && reason.in(std::string_view(scene.own->text).substr(scene.figure->end, own.mention->begin - scene.figure->end))) return {};
  for (const Around& a : scene.around)
    if (is_question(a.kind) && a.words->has(MentionKind::measure, own.mention->code)) return {};
  return from_questions(scene, "");
}

Choice choose(const Scene& scene, const std::string& unit) {
  if (const Choice asked = asked_of_no_one(scene); asked.mention) return asked;
  const Choice own = from_own_words(scene);
  if (Choice asked = asked_of_absence(scene, own); asked.mention) return asked;
  if (is_price_beside_role(scene, own))
    if (Choice over = from_lead_in_or_heading(scene, unit); over.mention) return over;
  if (own.mention && in_list_item(scene) && scene.bound && !scene.bound->measure_close && !scene.quantity->bracketed)
    if (Choice lead_in = from_lead_in(scene, unit); lead_in.mention) return lead_in;
  if (Choice heading = from_heading_of_list(scene, own, unit); heading.mention) return heading;
  if (own.mention) return own;
  if (Choice label = from_label_of_line(scene, unit); label.mention) return label;
  if (scene.in_table())
    if (Choice header = from_headers(scene, unit); header.mention) return over_light_header(scene, header, unit);
  if (scene.in_prose() && scene.quantity && pairs_years(*scene.own))
    if (const Choice lead_in = from_lead_in(scene, unit); lead_in.mention) return lead_in;
  if (scene.in_prose()) return in_bare_list_item(scene) ? from_questions(scene, unit) : from_sentence_before(scene, unit);
  if (is_money_for_money(scene))
    if (Choice asked = from_questions(scene, unit); asked.mention) return asked;
  if (speaks_for_itself(scene) || is_other_money(scene)) return {};
  const Choice title = scene.in_table() ? from_titles(scene, unit) : Choice{};
  if (title.mention && !stands_over_question(scene, *title.where)) return title;
  if (Choice staff = scene.in_table() ? staff_of_title(scene) : Choice{}; staff.mention && !title.mention) return staff;
  const Choice asked = from_questions(scene, unit);
  return asked.mention ? asked : title;
}

// "9 of the 40 posts are vacant": the second figure is the whole that the first is a part of; it counts all posts or all staff.
std::optional<std::string> measure_of_whole(const Scene& scene) {
  static const Pattern of("^ (?:out )?of (?:the |its |their |our |all |a total of |[a-z]+['\u2019]s )*$"), posts("^(?:[a-z-]+ ){0,3}(?:posts|positions|roles|jobs)\\b"),
      staff("^(?:[a-z'-]+ ){0,3}(?:workers|staff|employees|practitioners|psychologists|therapists)\\b");
  if (scene.in_table() || !scene.quantity || !scene.quantity->unit.empty() || scene.ordinal == 0) return std::nullopt;
  const auto at = static_cast<size_t>(scene.ordinal);
  const QuantityMatch& part = scene.own->quantities[at - 1];
  const std::string_view text = scene.own->text;
  if ((*scene.all_bound)[at - 1].measure != scene.bound->measure || !of.in(text.substr(part.end, scene.figure->begin - part.end))) return std::nullopt;
  const std::string_view counted = trimmed(text.substr(scene.figure->end));
  return posts.in(counted) ? "establishment" : staff.in(counted) ? "inpost" : "";
}

// Bands of service make shares or staff, pounds beside "Agency" make spend of what else names no measure or only who works.
std::string measure_by_labels(const Scene& scene, const Choice& choice, const std::string& unit) {
  if (!scene.in_table()) return {};
  if (!choice.mention && unit.starts_with("gbp")) return money_for_agency(scene);
  const bool open = !choice.mention || choice.mention->code == "inpost" || choice.mention->code == "service_length_share";
  return open ? measure_of_band(scene, unit) : std::string();
}

}  // namespace

Rejection tell_measure(const Scene& scene, Observation& observation) {
  const std::string unit = deciding_unit(scene);
  const Choice choice = choose(scene, unit);
  observation.measure = measure_by_labels(scene, choice, unit);
  if (!observation.measure.empty()) {
    add_evidence(observation, "measure", "the labels of the cell");
    return {};
  }
  if (!choice.mention) return {"measure_not_told", "No words near this figure say which measure it is."};
  if (!scene.quantity && choice.where && !scene.in_table() && !number_was_asked(scene))
    return {"no_number_asked", "The question asks for no number, so its answer stands for none."};
  if (is_loose_number_word(scene)) return {"loose_number_word", "A number word away from the words of a measure."};
  observation.measure = measure_in_unit(scene, scene.vocabulary->tables().workforce.measures.at(choice.mention->code), unit, !choice.where);
  observation.measure = measure_for_whom(scene, observation.measure, choice.where ? choice.where->kind : ContextKind::own_text);
  if (const std::optional<std::string> whole = measure_of_whole(scene)) observation.measure = *whole;
  if (observation.measure.empty()) return {"whole_of_part", "The whole that the figure before it is a part of; what it counts is not said."};
  const TextReading& words = choice.where ? *choice.where->words : *scene.own;
  const std::string_view where = choice.where ? name_of(choice.where->kind) : "own words";
  const bool turned = observation.measure != choice.mention->code;
  add_evidence(observation, "measure", words_of(words, *choice.mention) + " in " + std::string(where) + (turned ? ", as " + observation.measure : ""));
  return {};
}

}  // namespace muster
