#include <algorithm>
#include <cstdlib>
#include <limits>

#include "normalizers/asked_number.h"
#include "normalizers/asked_period.h"
#include "normalizers/course_period.h"
#include "normalizers/part_of_year.h"
#include "normalizers/question_period.h"
#include "normalizers/reference_back.h"
#include "normalizers/relative_period.h"
#include "normalizers/settle_period.h"
#include "normalizers/stated_period.h"
#include "normalizers/surroundings.h"
#include "normalizers/tell.h"
#include "normalizers/told_from_writing.h"
#include "normalizers/vocabulary_tables.h"
#include "normalizers/year_end.h"
#include "schemas/text.h"

namespace muster {
namespace {

const PeriodMatch& period_at(const TextReading& words, const Mention& mention) {
  return words.periods[static_cast<size_t>(mention.index)];
}

const Pattern& present_words() {
  static const Pattern pattern("\\b(?:current(?:ly)?|at present|at the moment|presently|now)\\b");
  return pattern;
}

bool says_currently(const TextReading& words) { return present_words().in(words.text); }

// "Since she came in May 2017 the caseload has fallen and now stands at 16": the date is of another clause.
bool now_parts_date(const Scene& scene, const Mention& date) {
  if (date.end > scene.figure->begin) return false;
  static const Pattern now("\\bnow\\b");
  return now.in(std::string_view(scene.own->text).substr(date.end, scene.figure->begin - date.end));
}

// The beginning (1) or the end (2) of an interval, the whole (0).
Period half_of(const Period& period, int half) {
  const size_t slash = period.iso.find('/');
  if (half == 0 || slash == std::string::npos) return period;
  Period out;
  out.iso = half == 1 ? period.iso.substr(0, slash) : period.iso.substr(slash + 1);
  if (out.iso.size() == 10) out.kind = "instant";
  name_in_ees(out);
  return out;
}

// "risen since 30 April 2017 – 11%", "the highest since 2017, when it stood at 18": a figure after "since" is of that time itself.
Period without_since(const TextReading& words, const Mention& m, const Period& period, bool figure_follows) {
  const std::string said = words.text.substr(m.begin, m.end - m.begin);
  const size_t opening = said.find(' ');
  if (!figure_follows || !period.iso.ends_with("/..") || opening == std::string::npos) return period;
  const std::vector<PeriodMatch> point = find_periods(std::string_view(said).substr(opening + 1));
  return point.empty() ? period : point.front().period;
}

Told from_own_words(const Scene& scene, const Measure& measure) {
  if (const std::optional<Period> said = scene.quantity && scene.in_prose() ? year_said_after(std::string_view(scene.own->text).substr(scene.figure->end), scene.record->response_date) : std::nullopt)
    return {*said, false, "told from the day of writing"};
  if (const std::optional<Period> course = course_period(scene)) return {*course, false, "the course told before"};
  if (!scene.bound) {
    const PeriodMatch* only = only_period(*scene.own);
    return only ? Told{only->period, only->split_year, "own words"} : Told{};
  }
  if (const Mention* m = scene.own_mention(scene.bound->period); m && !now_parts_date(scene, *m)) {
    const PeriodMatch& match = period_at(*scene.own, *m);
    return {without_since(*scene.own, *m, half_of(match.period, scene.bound->half), m->begin < scene.figure->begin && measure.kind != "flow"), match.split_year, words_of(*scene.own, *m) + " in own words"};
  }
  if (const Mention* m = scene.own_mention(scene.bound->shifted_from))
    return {moved(period_at(*scene.own, *m).period, scene.bound->shift_years), false, "counted from " + words_of(*scene.own, *m)};
  if (scene.in_prose() && scene.own->periods.empty())
    if (const std::optional<Period> told = told_from_writing(scene.own->text, scene.record->response_date)) return {*told, false, "told from the day of writing"};
  return {};
}

// "* Managers moved on 1 January 2024": a note on another mark, not on this figure.
bool is_note_on_other_mark(const Scene& scene, const Around& a) {
  static const Pattern mark("^\\W{0,2}(\\*+|†|‡|¹|²|³|\\[\\d\\]) ?\\w");
  if (a.kind != ContextKind::table_note && a.kind != ContextKind::previous_text && a.kind != ContextKind::statement) return false;
  const std::vector<Pattern::Match> found = mark.all(a.words->text);
  return !found.empty() && scene.own->text.find(found.front().groups[0]) == std::string::npos;
}

// A line of the preamble that is nothing but a date is the request's own.
bool is_date_line(const Around& a) {
  if (a.kind != ContextKind::preamble) return false;
  return std::all_of(a.words->periods.begin(), a.words->periods.end(), [&](const PeriodMatch& p) {
    const std::string& text = a.words->text;
    const size_t newline = p.begin == 0 ? std::string::npos : text.rfind('\n', p.begin - 1);
    const size_t begin = newline == std::string::npos ? 0 : newline + 1, end = std::min(text.find('\n', p.end), text.size());
    return trimmed(text.substr(begin, end - begin)).size() <= p.end - p.begin + 1;
  });
}

// Whether a surrounding text may date this figure.
bool may_date(const Scene& scene, const Around& a) {
  if (is_question(a.kind) && says_currently(*scene.own)) return false;
  if (is_note_on_other_mark(scene, a) || is_date_line(a)) return false;
  if (!scene.quantity && a.kind == ContextKind::table_note) return false;  // it says why there is no figure
  if (a.kind == ContextKind::paper_title || a.kind == ContextKind::document_title) return false;
  if (a.kind == ContextKind::heading) return scene.in_table();
  if (a.kind == ContextKind::previous_text) {
    if (says_currently(*scene.own)) return false;
    return !scene.in_prose() || a.distance == 0;
  }
  return true;
}

// "Leavers: year to 30 September 2018" in a note says nothing of a stock beside it.
bool is_of_other_kind(const Measure& measure, const Around& a, const Period& period) {
  if (measure.kind != "stock" || (a.kind != ContextKind::table_note && a.kind != ContextKind::table_title)) return false;
  return period.iso.size() > 10 && !period.iso.ends_with("..");
}

// "It spent £2m in 2021-22. The next council had four vacancies": a stock of prose is not dated by the year of a flow before it.
bool is_year_of_flow_before(const Scene& scene, const Measure& measure, const Around& a, const Period& period) {
  return scene.in_prose() && measure.kind == "stock" && a.kind == ContextKind::previous_text && period.iso.find('/') != std::string::npos;
}

bool is_table_label(ContextKind kind) {
  return kind == ContextKind::column_header || kind == ContextKind::row_header || kind == ContextKind::section_row;
}

bool may_hold_year(const Scene& scene, const Around& a) {
  return is_table_label(a.kind) || a.kind == ContextKind::table_title || a.kind == ContextKind::stub_header || a.kind == ContextKind::heading ||
         (a.kind == ContextKind::previous_text && scene.in_table());
}

// "Q2" or "May" under "2022/23": the part of the year that stands further out. Without one that settles it the figure is undated,
// since a whole year that stands around is not its period.
std::optional<Told> from_part_of_year(const Scene& scene) {
  const auto part = std::find_if(scene.around.begin(), scene.around.end(), [](const Around& a) {
    return is_table_label(a.kind) && a.words->periods.empty() && is_part_of_year(a.words->text);
  });
  if (part == scene.around.end()) return std::nullopt;
  for (const Around& a : scene.around) {
    if (&a == &*part || a.words->periods.empty() || !may_hold_year(scene, a)) continue;
    const PeriodMatch* year = only_period(*a.words);
    if (!year) continue;
    if (const Period month = month_within(part->words->text, year->period); !month.iso.empty()) return Told{month, false, "month within the stretch in " + std::string(name_of(a.kind))};
    if (!(year->split_year || year->bare_year)) continue;
    const Period period = part_of_year(part->words->text, std::string_view(a.words->text).substr(year->begin, year->end - year->begin));
    return Told{period, false, "part of the year in " + std::string(name_of(a.kind))};
  }
  return Told{};
}

// "Last month" over a column: the month before that of the table. Without one the figure is undated, for the table's own
// period is another's.
std::optional<Told> from_relative_header(const Scene& scene) {
  const auto header = std::find_if(scene.around.begin(), scene.around.end(),
                                   [](const Around& a) { return is_table_label(a.kind) && is_relative_period(a.words->text); });
  if (header == scene.around.end()) return std::nullopt;
  for (const Around& a : scene.around) {
    const PeriodMatch* only = a.words->periods.empty() || !may_hold_year(scene, a) ? nullptr : only_period(*a.words);
    if (only) return Told{relative_period(header->words->text, only->period), false, "counted back from " + std::string(name_of(a.kind))};
  }
  return Told{};
}

// "30 September 2021 (turnover: year to 30 September 2021)": a day for what is counted on it, a stretch for what lasts.
const PeriodMatch* period_of_kind(const TextReading& words, const Measure& measure) {
  const PeriodMatch *day = nullptr, *stretch = nullptr;
  for (const PeriodMatch& p : words.periods) {
    const PeriodMatch*& place = p.period.iso.find('/') == std::string::npos ? day : stretch;
    if (place && place->period.iso != p.period.iso) return nullptr;
    place = &p;
  }
  if (!day || !stretch || day->period.iso.size() != 10 || !stretch->period.iso.ends_with(day->period.iso)) return nullptr;
  return measure.kind == "flow" || measure.kind == "year_rate" ? stretch : day;
}

bool has_words_beside(std::string_view text, const PeriodMatch& period) {
  const auto letters = [](std::string_view part) { return std::any_of(part.begin(), part.end(), is_letter); };
  return letters(text.substr(0, period.begin)) || letters(text.substr(period.end));
}

// Statements of other sections say less than the figure's question.
constexpr int farthest_statement = 999;

Told from_statement(const Scene& scene, const Measure& measure, int farthest) {
  const std::optional<StatedPeriod> stated = stated_period(scene, measure, farthest);
  return stated ? Told{stated->period, stated->split_year, stated->where} : Told{};
}

Told from_around(const Scene& scene, const Measure& measure) {
  if (const std::optional<Told> relative = from_relative_header(scene)) return *relative;
  if (const std::optional<Told> part = from_part_of_year(scene)) return *part;
  bool beyond_table = !scene.in_table();
  for (const Around& a : scene.around) {
    if (!beyond_table && !belongs_to_table(a.kind)) {
      beyond_table = true;
      if (const Told stated = from_statement(scene, measure, farthest_statement); !stated.period.iso.empty()) return stated;
    }
    if (!may_date(scene, a) || a.words->periods.empty()) continue;
    const PeriodMatch* only = only_period(*a.words);
    if (!only) only = period_of_kind(*a.words, measure);
    const bool open = only && only->period.iso.ends_with("/..") && measure.kind != "flow";
    const bool own_date = only && only->period.iso == scene.record->response_date;  // a date line: when it was written
    if ((!only || open || own_date) && a.kind == ContextKind::previous_text) continue;
    if (only && is_question(a.kind) && is_of_other_sentence(*a.words, *only, measure.code)) continue;
    if (only && (is_of_other_kind(measure, a, only->period) || is_year_of_flow_before(scene, measure, a, only->period))) continue;
    if (const PeriodMatch* nth = only ? nullptr : nth_period(scene, a)) return {nth->period, nth->split_year, std::string(name_of(a.kind)), true};
    if (!only || (is_question(a.kind) && spans_years(only->period) && !is_asked_as_a_whole(scene, measure, only->period))) return {};
    return {only->period, only->split_year, std::string(name_of(a.kind)), is_question(a.kind), is_table_label(a.kind) && has_words_beside(a.words->text, *only)};
  }
  return from_statement(scene, measure, std::numeric_limits<int>::max());
}

// "Down from 18.7% the year before" in answer to what is asked of a year: the year before that.
Told moved_by_own_words(const Scene& scene, Told around) {
  const bool moves = scene.bound && scene.bound->shift_years != 0 && scene.bound->shifted_from < 0;
  if (!moves || around.period.iso.empty()) return around;
  around.period = around.period.iso.ends_with("/..") ? Period{} : moved(around.period, scene.bound->shift_years);
  around.where += ", moved by own words";
  return around;
}

}  // namespace

void tell_period(const Scene& scene, Observation& observation) {
  const Measure& measure = scene.vocabulary->tables().workforce.measures.at(observation.measure);
  Told told = from_own_words(scene, measure);
  const Told around = from_around(scene, measure);
  if (told.period.iso.empty() && scene.in_prose() && scene.bound && scene.bound->opens_course) return;
  if (told.period.iso.empty())
    if (const std::optional<Period> back = period_referred_to(scene)) told = {*back, false, "the time named before"};
  if (told.period.iso.empty() && !(around.from_question && refers_back(scene.own->text) && follows_other_sentences(scene))) told = moved_by_own_words(scene, around);
  else if (around.from_question && around.period.iso != told.period.iso) observation.asked_period = around.period.iso;
  if (told.period.iso.empty()) return;
  if (measure.kind == "stock") {
    settle_on_last_day(scene, told);
    settle_asked_day(scene, told);
  }
  settle(scene, measure, told);
  observation.period = told.period;
  add_evidence(observation, "period", told.where);
}

}  // namespace muster
