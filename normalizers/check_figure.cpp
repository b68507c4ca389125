#include <algorithm>
#include <cstdlib>

#include "normalizers/label_kinds.h"
#include "normalizers/money_multiples.h"
#include "normalizers/tell.h"
#include "normalizers/vocabulary_tables.h"
#include "normalizers/whole_of_part.h"
#include "schemas/text.h"

namespace muster {
namespace {

// Below this no amount of pay or spend on staff is printed without a sign or a word for money.
constexpr double least_bare_money = 1000;
// No authority spends more on its staff in a year; a figure above it was printed in pounds under a header for thousands.
constexpr double most_money = 3e9;

bool is_cell_header(ContextKind kind) { return kind == ContextKind::column_header || kind == ContextKind::row_header; }

// "£m", "£000": the table counts in thousands or millions.
bool counts_in_multiples(const TextReading& header) { return places_of_pounds(header.text) > 0; }

bool header_is(const Scene& scene, bool (*test)(const TextReading&)) {
  return std::any_of(scene.around.begin(), scene.around.end(), [&](const Around& a) { return is_cell_header(a.kind) && test(*a.words); });
}

bool is_calculation(const TextReading& words) { return words.has(MentionKind::marker, "calculation"); }

// "7,528 / 129.34 = 58.2": what is divided stands in the text for its result.
bool is_operand(const Scene& scene) {
  static const Pattern before("[\\d.] ?[/\u00F7] ?$"), dividend("^ ?[/\u00F7] ?[\\d,.]+ ?="), divisor("^ ?=");
  if (scene.in_table()) return false;
  const std::string_view text = scene.own->text, after = text.substr(scene.figure->end);
  return dividend.in(after) || (divisor.in(after) && before.in(text.substr(0, scene.figure->begin)));
}

// "Of the 159 posts in the answer to question 1, 21 are …": a figure that was given before, named for its part.
bool is_given_before(const Scene& scene) {
  static const Pattern of_the("\\b[Oo]f (?:the|these|those) $");
  static const Pattern given("^[^.;,\\d]{0,60}\\b(?:in|from|at|under) (?:the |our )?(?:answer|response|reply|question|figure|table|total)\\b|^[^.;,\\d]{0,60}\\b(?:above|given before|mentioned)\\b");
  if (scene.in_table()) return false;
  const std::string_view text = scene.own->text;
  return of_the.in(text.substr(0, scene.figure->begin)) && given.in(text.substr(scene.figure->end));
}

// Words inside the bracket at a place of the text, without the figure itself.
bool bracket_has_own_subject(const Scene& scene) {
  const std::string& text = scene.own->text;
  const size_t open = text.rfind('(', scene.figure->begin), close = text.find(')', scene.figure->begin);
  if (open == std::string::npos || close == std::string::npos) return false;
  const TextReading inside = read_words(text.substr(open + 1, close - open - 1), *scene.vocabulary);
  return !inside.has(MentionKind::measure) && !unknown_words(inside, *scene.vocabulary).empty();
}

// A bracket in a header that says what its figures are: a date, a service, a measure, a way of counting ("People (FTE)").
bool header_explains_bracket(const Scene& scene) {
  static const Pattern said("\\bin (?:round )?(?:brackets|parenthes[ei]s)\\b");
  if (std::any_of(scene.around.begin(), scene.around.end(), [](const Around& a) { return said.in(a.words->text); })) return true;
  for (const Context& c : scene.candidate->context) {
    if (!is_cell_header(c.kind) && c.kind != ContextKind::stub_header) continue;
    const size_t open = c.text.find('('), close = c.text.rfind(')');
    if (open == std::string::npos || close == std::string::npos || close < open) continue;
    const TextReading inside = read_words(c.text.substr(open + 1, close - open - 1), *scene.vocabulary);
    if (inside.has(MentionKind::period) || inside.has(MentionKind::service) || inside.has(MentionKind::measure)) return true;
    if (inside.has(MentionKind::unit, "percent") || inside.has(MentionKind::unit, "fte") || inside.has(MentionKind::unit, "headcount")) return true;
  }
  return false;
}

double number(const Decimal& value) { return std::strtod(value.c_str(), nullptr); }

// So many times the measure's bound is no slip of the document: the figure counts something else ("24817" beside "caseload").
constexpr double farthest_beyond_bound = 2;

bool is_far_beyond(const Measure& measure, const QuantityMatch& q) {
  const bool bare_share = measure.default_unit == "percent" && q.unit != "percent";  // "148" beside a share is a count
  return measure.most > 0 && number(q.quantity.value) > (bare_share ? 1 : farthest_beyond_bound) * measure.most;
}

// "39.2 (27.8)" needs a header that explains the bracket, or words of its own inside it.
Rejection check_bracket(const Scene& scene) {
  if (!scene.in_table() || !scene.quantity->bracketed || scene.ordinal == 0) return {};
  const QuantityMatch& first = scene.own->quantities.front();
  if (first.bracketed || first.unit != scene.quantity->unit) return {};
  if (scene.own_mention(scene.bound->period) || scene.own_mention(scene.bound->service)) return {};
  if (bracket_has_own_subject(scene)) return {"bracket_of_other_subject", "The words in the bracket speak of something else."};
  if (!header_explains_bracket(scene)) return {"bracket_unexplained", "No header says what the figure in brackets stands for."};
  return {};
}

// "£37,107 - £39": a range whose end was cut off in the source.
bool in_cut_range(const Scene& scene) {
  const auto& all = scene.own->quantities;
  for (size_t i = 0; i + 1 < all.size(); ++i) {
    const std::string gap(trimmed(scene.own->text.substr(all[i].end, all[i + 1].begin - all[i].end)));
    if ((gap == "-" || gap == "\u2013") && number(all[i + 1].quantity.value) < number(all[i].quantity.value) &&
        (static_cast<int>(i) == scene.ordinal || static_cast<int>(i) + 1 == scene.ordinal))
      return true;
  }
  return false;
}

Rejection check_money(const Scene& scene, const Observation& observation, const Measure& measure) {
  if (measure.kind == "price" && header_is(scene, counts_in_multiples)) return {"is_a_total_cost", "Amounts in thousands or millions are costs, not pay."};
  const Quantity& q = observation.quantity;
  const double pounds = number(q.value.empty() ? q.value_upper : q.value);
  if (pounds > most_money) return {"counted_in_multiples", "Counted in thousands or millions as its table says, the figure is too large for one authority."};
  if (!scene.quantity->unit.starts_with("gbp") && pounds < least_bare_money)
    return {"bare_small_amount", "A small number without a sign is not read as money."};
  return {};
}

// "to every 1,000 people": what a rate is of.
bool is_base_of_rate(const Scene& scene) {
  static const Pattern base("\\b(?:per|(?:to|for|in|of) (?:every|each)) $"), round("10{2,6}");
  return !scene.in_table() && round.is(scene.quantity->quantity.value) && base.in(std::string_view(scene.own->text).substr(0, scene.figure->begin));
}

// "a 1fte agency worker costs …": one of something, not a count.
bool is_unit_of_one(const Scene& scene) {
  if (is_base_of_rate(scene)) return true;
  static const Pattern article("(?:^|[^a-z])(?:an?|each|every|per) $");
  static const Pattern ratio("^ (?:(?:[a-z-]+ ){0,3}to|in every|in) \\d");
  static const Pattern any_one("^ [a-z ]{1,30}? (?:may|can|could|might|counts?)\\b");  // "One advert may be for several posts"
  if (scene.quantity->spelled && scene.figure->begin == 0 && scene.quantity->quantity.value == "1" && any_one.in(std::string_view(scene.own->text).substr(scene.figure->end))) return true;
  if (scene.quantity->quantity.value == "1" && !scene.in_table() && ratio.in(std::string_view(scene.own->text).substr(scene.figure->end))) return true;
  return scene.quantity->quantity.value == "1" && !scene.in_table() && article.in(scene.own->text.substr(0, scene.figure->begin));
}

// "£1,633-£1,963 (for level 2 and 3 respectively)" is two figures that look like a range.
bool is_respective_pair(const Scene& scene) {
  static const Pattern pattern("\\brespectively\\b");
  return scene.quantity->quantity.qualifier == "range" && pattern.in(scene.own->text);
}

// "3  Over the twelve months …": the paragraph's own number.
bool is_paragraph_number(const Scene& scene) {
  constexpr size_t most_digits = 3;
  const std::string& value = scene.quantity->quantity.value;
  if (!scene.in_prose() || scene.figure->begin != 0 || !scene.quantity->unit.empty() || scene.figure->end != value.size() || value.size() > most_digits) return false;
  const std::string_view after = std::string_view(scene.own->text).substr(scene.figure->end);
  const std::string_view rest = trimmed(after);
  if (rest.empty() || after.front() != ' ' || rest.front() < 'A' || rest.front() > 'Z') return false;
  const size_t next = static_cast<size_t>(rest.data() - scene.own->text.data());
  return std::none_of(scene.own->mentions.begin(), scene.own->mentions.end(), [&](const Mention& m) {  // "14 Social workers left"
    return m.begin == next && (m.kind == MentionKind::role || m.kind == MentionKind::measure || m.kind == MentionKind::unit || m.kind == MentionKind::category);
  });
}

// "turnover in the year to 30", "agency rate at 30": the day of a date whose month stands elsewhere.
bool is_day_of_cut_date(const Scene& scene) {
  static const Pattern until("\\b(?:(?:year|months?|quarter|period) (?:to|ending|ended)|ended|ending|as (?:at|of)) (?:the )?$");
  static const Pattern at("\\b(?:at|on) $"), verb("\\b(?:stands?|stood|is|was|are|were|remain(?:s|ed)?|peak(?:s|ed)?|currently|now|averaged?|capped|set) (?:[a-z]+ )?(?:at|on) $");
  constexpr double first_last_day = 28, last_day = 31;
  const double value = number(scene.quantity->quantity.value);
  if (scene.in_table() || !scene.quantity->unit.empty() || value > last_day || value < 1 || scene.quantity->quantity.value.find('.') != std::string::npos) return false;
  const std::string_view before = std::string_view(scene.own->text).substr(0, scene.figure->begin);
  return until.in(before) || (value >= first_last_day && at.in(before) && !verb.in(before));
}

// "Posts: ____ (e.g. 10)": a form to be filled in, and what it gives as an example.
bool in_form(const Scene& scene) {
  static const Pattern blank("__");
  static const Pattern example("\\be\\.g\\.,?[^.;)]{0,40}$|\\bfor example:? [\"\u201C'\u2018][^\"\u201D]{0,40}$");
  if (scene.in_table()) return false;
  return blank.in(scene.own->text) || example.in(scene.own->text.substr(0, scene.figure->begin));
}

// "Northfield 11.0 3.5 19.2": a row of a table whose columns are lost; none of its figures may take the nearest words.
bool in_flattened_row(const Scene& scene) {
  const auto& all = scene.own->quantities;
  if (pairs_years(*scene.own) && is_paired_with_year(*scene.own, *scene.figure)) return false;
  for (size_t i = 0; i + 1 < all.size(); ++i)
    if (!all[i].spelled && !all[i + 1].spelled && all[i + 1].begin > all[i].end && trimmed(scene.own->text.substr(all[i].end, all[i + 1].begin - all[i].end)).empty()) return true;
  return false;
}

// "Please quote 20417": the number by which the document calls itself.
bool is_own_reference(const Scene& scene) {
  constexpr size_t fewest_digits = 4;  // shorter numbers are also counts
  const std::string& value = scene.quantity->quantity.value;
  if (value.size() < fewest_digits || !scene.quantity->unit.empty()) return false;
  std::string digits;
  for (char c : scene.record->reference) digits += is_digit(c) ? c : ' ';
  for (std::string_view part : split(digits, ' '))
    if (part == value) return true;
  return false;
}

// "Of these 24 remain (83%)": a share of a part that the sentence singles out, not of the workforce.
bool is_share_of_part(const Scene& scene) {
  static const Pattern part("\\bof (?:these|those|them|whom|which)\\b[^.;]*$");
  if (scene.in_table() || scene.quantity->unit != "percent" || !scene.quantity->bracketed || scene.bound->measure_close) return false;
  return part.in(std::string_view(scene.own->text).substr(0, scene.figure->begin));
}

// "Ranging between 0 and 26 per advert, with an average of 9": the extremes beside the average that the measure is.
bool is_extremes_beside_average(const Scene& scene, const Measure& measure) {
  static const Pattern ranging("\\b(?:rang(?:e|es|ed|ing)|var(?:y|ies|ied|ying)|between)(?: from| between)? $");
  static const Pattern average("\\b(?:averag(?:e|es|ed|ing)|mean|median)\\b");
  if (scene.in_table() || scene.quantity->quantity.value_upper.empty() || measure.code.find("_per_") == std::string::npos) return false;
  const std::string_view text = scene.own->text;
  return ranging.in(text.substr(0, scene.figure->begin)) && average.in(text.substr(scene.figure->end)) && scene.figures > 1;
}

// "Absent for over 5 days", "off sick for more than two weeks": how long an absence lasts that is counted.
bool is_length_of_absence(const Scene& scene) {
  static const Pattern absent("\\b(?:absen\\w+|off|sick\\w*|leave|away|isolat\\w+|unable to work)\\b[^.;\\d]{0,30}\\b(?:for|lasting|lasted|of) (?:(?:more|less|fewer|longer) than |over |at least |under |up to )?$");
  if (scene.in_table() && !scene.own->has(MentionKind::measure)) return false;
  const std::string& unit = scene.quantity->unit;
  if (unit != "days" && unit != "weeks") return false;
  return scene.quantity->quantity.qualifier != "exact" && absent.in(std::string_view(scene.own->text).substr(0, scene.figure->begin));
}

// "64 of the 117 were newly qualified", "covered, i.e. 16.5 FTE out of 27.0": the whole of which the figure before is a part; the words
// near them name the part.
bool is_unnamed_whole(const Scene& scene) {
  static const Pattern of("^[^.;,\\d]{0,20}?\\b(?:out )?of (?:a total of |(?:the|its|our|their|these|those|all) ){0,2}$");
  if (scene.in_table() || scene.ordinal == 0 || scene.quantity->unit == "percent" || scene.bound->measure < 0 || is_whole_of_posts(scene)) return false;
  const QuantityMatch& part = scene.own->quantities[static_cast<size_t>(scene.ordinal) - 1];
  const Bound& of_part = (*scene.all_bound)[static_cast<size_t>(scene.ordinal) - 1];
  return of_part.measure == scene.bound->measure && part.unit != "percent" && number(part.quantity.value) <= number(scene.quantity->quantity.value) &&
         of.in(scene.own->text.substr(part.end, scene.figure->begin - part.end));
}

// "37 hours a week", "a 36 hour post": the length of the working week.
bool is_working_week(const Scene& scene) {
  static const Pattern week("^[\\d.]+[ -]?(?:hours?|hrs)\\)?,? (?:(?:a|an|per|each|every|working|full[- ]time|standard|/) ?)*(?:week|weekly|post|contract|role|job|basis)\\b");
  constexpr double shortest_hours = 30, longest_hours = 42;
  const double value = number(scene.quantity->quantity.value);
  return !scene.in_table() && value >= shortest_hours && value <= longest_hours && week.in(std::string_view(scene.own->text).substr(scene.figure->begin));
}

// "The attached spreadsheet, 12 rows": what a file holds, not what it tells.
bool counts_parts_of_file(const Scene& scene) {
  static const Pattern parts("^ ?(?:(?:separate|printed|further) )?(?:rows?|pages?|worksheets?|tabs?|sheets?|columns?|spreadsheets?|attachments?|documents?|files?|kb|mb)\\b");
  return !scene.in_table() && scene.quantity->unit.empty() && parts.in(std::string_view(scene.own->text).substr(scene.figure->end));
}

bool under_money_header(const Scene& scene) {
  return std::any_of(scene.around.begin(), scene.around.end(),
                     [](const Around& a) { return a.kind == ContextKind::column_header && counts_money(*a.words); });
}

bool is_total(const Scene& scene) {
  return std::any_of(scene.around.begin(), scene.around.end(),
                     [&](const Around& a) { return is_cell_header(a.kind) && a.distance == 0 && is_total_label(scene, a); });
}

bool is_by_reason(const Scene& scene) {
  static const Pattern reason("\\b(?:reasons?|destinations?)\\b");
  return scene.in_table() && std::any_of(scene.around.begin(), scene.around.end(), [](const Around& a) {
    const bool of_table = is_cell_header(a.kind) || a.kind == ContextKind::stub_header || a.kind == ContextKind::table_title || a.kind == ContextKind::heading;
    return of_table && reason.in(a.words->text);
  });
}

}  // namespace

Rejection check_figure(const Scene& scene, const Observation& observation) {
  if (!scene.quantity) return {};
  const Measure& measure = scene.vocabulary->tables().workforce.measures.at(observation.measure);
  if (is_calculation(*scene.own) || header_is(scene, is_calculation))
    return {"is_a_calculation", "The row works a sum out; its figures are parts or products of it."};
  if (is_operand(scene)) return {"is_a_calculation", "The row works a sum out; its figures are parts or products of it."};
  if (is_given_before(scene)) return {"given_before", "A figure of another answer, named again for a part of it."};
  if (is_unit_of_one(scene)) return {"unit_of_one", "One of something that is priced or compared, not a count."};
  if (in_form(scene)) return {"in_form", "A form to be filled in, or an example in it; no figure is given."};
  if (is_paragraph_number(scene)) return {"paragraph_number", "The number of the paragraph that it opens."};
  if (is_day_of_cut_date(scene)) return {"day_of_cut_date", "The day of a date whose month stands elsewhere."};
  if (!scene.in_table() && in_flattened_row(scene)) return {"flattened_row", "Figures in a row without their columns; which is which cannot be told."};
  if (is_own_reference(scene)) return {"own_reference", "The reference number of the document."};
  if (measure.code == "agency" && is_total_beside_agency(scene)) return {"whole_of_part", "The whole workforce, of which the figure before counts the agency workers."};
  if (is_unnamed_whole(scene)) return {"unnamed_whole", "The whole of which the figure before is a part; what it counts is not said."};
  if (is_working_week(scene)) return {"working_week", "The length of the working week of a post."};
  if (counts_parts_of_file(scene)) return {"counts_parts_of_file", "Rows, pages or sheets of a file are counted."};
  if (is_length_of_absence(scene)) return {"length_of_absence", "How long the absences last that are counted."};
  if (measure.default_unit == "percent" && counts_people(scene)) return {"counts_people", "People or posts are counted, the words name a rate."};
  if (is_share_of_part(scene)) return {"share_of_part", "A share of a part that the sentence singles out."};
  if (is_extremes_beside_average(scene, measure)) return {"extremes_of_average", "The smallest and largest of what the sentence gives an average of."};
  if (is_respective_pair(scene)) return {"respective_pair", "Two figures for two things look like a range."};
  if (!measure.counts_in("money") && under_money_header(scene)) return {"money_column", "The column holds money, the words name a count."};
  if (measure.default_unit == "count" && scene.quantity->quantity.value.find('.') != std::string::npos && !measure.percent_measure.size() && measure.code.find("_per_") == std::string::npos)
    return {"not_whole", "Things that are counted whole cannot have a fraction."};
  if (is_far_beyond(measure, *scene.quantity)) return {"beyond_bound", "The figure is far above what the measure can be; it counts something else."};
  if (in_cut_range(scene)) return {"range_damaged", "The range ends below its beginning; an end is cut off."};
  if (measure.counts_in("money"))
    if (Rejection refusal = check_money(scene, observation, measure); !refusal.code.empty()) return refusal;
  if (measure.code.find("_share") != std::string::npos && is_total(scene))
    return {"total_of_shares", "Shares of a whole add up to it; their total is no figure."};
  if (observation.measure == "turnover_rate" && is_by_reason(scene))
    return {"share_of_leavers", "A percentage of those who left, by their reason, is no turnover."};
  return check_bracket(scene);
}

}  // namespace muster
