#include "normalizers/settle_period.h"

#include <algorithm>
#include <cstdlib>

#include "normalizers/asked_day.h"
#include "normalizers/asked_number.h"
#include "normalizers/pattern.h"
#include "normalizers/period.h"
#include "normalizers/surroundings.h"
#include "normalizers/year_end.h"

namespace muster {
namespace {

// "as of 1 January 2024, 1 January 2023 and 1 January 2022": the day of the year that all dates of the question share.
std::optional<YearEnd> day_asked_for(const Scene& scene) {
  for (const Around& a : scene.around) {
    if (!is_question(a.kind) || a.words->periods.empty()) continue;
    const std::string& first = a.words->periods.front().period.iso;
    if (first.size() != 10) return std::nullopt;
    for (const PeriodMatch& p : a.words->periods)
      if (p.period.iso.size() == 10 && p.period.iso.substr(4) != first.substr(4)) return std::nullopt;
    return YearEnd{std::atoi(first.substr(5, 2).c_str()), std::atoi(first.substr(8, 2).c_str())};
  }
  return std::nullopt;
}

// "Years run from 1 October to 30 September", said anywhere before the table.
std::optional<YearEnd> year_defined_for(const Scene& scene, std::string& where) {
  for (const Around& a : scene.statements)
    if (const std::optional<YearEnd> end = end_of_defined_year(a.words->text)) {
      where = name_of(a.kind);
      return end;
    }
  return std::nullopt;
}

// The day on which years end, from the words nearest to the figure.
std::optional<YearEnd> year_end_near(const Scene& scene, std::string& where) {
  if (const std::optional<YearEnd> own = find_year_end(scene.own->text)) {
    where = "own words";
    return own;
  }
  if (const std::optional<YearEnd> asked = day_asked_for(scene)) {
    where = "question";
    return asked;
  }
  for (const Around& a : scene.around) {
    const bool caption = a.kind == ContextKind::previous_text && a.distance == 0 && is_caption(a.words->text);
    const bool far = (a.kind == ContextKind::previous_text && !caption) || a.kind == ContextKind::heading;
    const std::optional<YearEnd> end = find_year_end(a.words->text);
    if (!end || (far && scene.in_table() && !end->flow)) continue;
    where = name_of(a.kind);
    return end;
  }
  return year_defined_for(scene, where);
}

bool table_speaks_of_a_year(const Scene& scene) {
  if (speaks_of_a_year(scene.own->text)) return true;
  return std::any_of(scene.around.begin(), scene.around.end(), [](const Around& a) {
    const bool of_table = a.kind != ContextKind::question && a.kind != ContextKind::heading && a.kind != ContextKind::preamble &&
                          a.kind != ContextKind::paper_title && a.kind != ContextKind::document_title && a.kind != ContextKind::parent_question;
    return of_table && speaks_of_a_year(a.words->text);
  });
}

// Whether headers, title or question speak of academic years.
bool under_academic_words(const Scene& scene) {
  static const Pattern pattern("\\b(?:academic|school) (?:years?|sessions?)\\b");
  return pattern.in(scene.own->text) ||
         std::any_of(scene.around.begin(), scene.around.end(), [](const Around& a) { return pattern.in(a.words->text); });
}

// "… in the year to 30 September; the caseload was 17.4 at the end of it".
bool says_at_the_end(const Scene& scene) {
  static const Pattern pattern("\\bat (?:the|its|that year's) end\\b");
  return scene.quantity && pattern.in(std::string_view(scene.own->text).substr(scene.figure->end));
}

Period last_day(const Period& period) {
  const size_t slash = period.iso.find('/');
  if (slash == std::string::npos || period.iso.size() - slash != 11) return period;
  Period day{period.iso.substr(slash + 1), "instant"};
  name_in_ees(day);
  return day;
}

// "Turnover and sickness cover the twelve months that ended on that day."
bool said_to_last_a_year(const Scene& scene, const Measure& measure) {
  return std::any_of(scene.statements.begin(), scene.statements.end(), [&](const Around& a) { return speaks_of_a_year(a.words->text) && a.words->has(MentionKind::measure, measure.code); });
}

// "30 September 2023" over a flow, where years are said to end on that day.
bool ends_defined_year(const Scene& scene, const Period& day) {
  std::string where;
  const std::optional<YearEnd> end = year_defined_for(scene, where);
  return end && std::atoi(day.iso.c_str() + 5) == end->month && std::atoi(day.iso.c_str() + 8) == end->day;
}

// The day of the year that a text names with its year, alone or as the end of a stretch; none where it names several days, or not
// that year.
std::optional<YearEnd> day_within(const TextReading& words, std::string_view year) {
  std::string day;
  bool of_year = false;
  for (const PeriodMatch& p : words.periods) {
    const std::string end = p.period.iso.substr(p.period.iso.find('/') == std::string::npos ? 0 : p.period.iso.find('/') + 1);
    if (end.size() != 10) continue;
    if (!day.empty() && day != end.substr(5)) return std::nullopt;
    day = end.substr(5);
    of_year = of_year || end.starts_with(year);
  }
  if (!of_year) return std::nullopt;
  return YearEnd{std::atoi(day.c_str()), std::atoi(day.c_str() + 3)};
}

// "Stocks are at 30 September 2024; leavers are for the year to 30 September 2024" over columns headed "2024".
std::optional<YearEnd> dated_year_end_near(const Scene& scene, const Period& year, std::string& where) {
  if (!scene.in_table() || year.iso.size() != 4) return std::nullopt;
  const auto speaks = [](const Around& a) {
    return a.kind == ContextKind::table_title || a.kind == ContextKind::table_note || a.kind == ContextKind::stub_header || a.kind == ContextKind::section_row ||
           a.kind == ContextKind::statement || (a.kind == ContextKind::previous_text && a.distance == 0);
  };
  for (const std::vector<Around>* texts : {&scene.around, &scene.statements})
    for (const Around& a : *texts)
      if (const std::optional<YearEnd> end = speaks(a) ? day_within(*a.words, year.iso) : std::nullopt) {
        where = name_of(a.kind);
        return end;
      }
  return std::nullopt;
}

// A stock under "2016/17" where the words around say that it is counted when the year ends.
bool counted_at_year_end(const Scene& scene) {
  static const Pattern pattern("\\b(?:at|as at|on) (?:the )?(?:end of (?:each|the|every) (?:financial )?year|31(?:st)? march|year[- ]end|each year[- ]end)\\b");
  return std::any_of(scene.around.begin(), scene.around.end(), [](const Around& a) { return pattern.in(a.words->text); });
}

// "Position on 30 September at the end of each year" over "2024/25".
void end_split_year(const Scene& scene, Told& told) {
  std::string where;
  const std::optional<YearEnd> end = year_end_near(scene, where);
  if (const Period settled = end ? at_split_year_end(told.period, *end) : Period{}; !settled.iso.empty()) told.period = settled;
}

}  // namespace

void settle_asked_day(const Scene& scene, Told& told) {
  for (const Around& a : scene.around) {
    if (!is_question(a.kind)) continue;
    const Period day = asked_day(told.period, a.words->text, a.words->periods);
    if (day.iso.empty()) continue;
    told.period = day;
    told.where += ", the day from " + std::string(name_of(a.kind));
    return;
  }
}

void settle(const Scene& scene, const Measure& measure, Told& told) {
  if (told.split_year && under_academic_words(scene)) told.period = academic_year_of(told.period);
  const bool lasts = measure.kind == "flow" || measure.kind == "year_rate";
  std::string where;
  if (const std::optional<YearEnd> end = year_end_near(scene, where)) {
    const Period settled = told.split_year && end->flow ? at_split_year_end(told.period, *end) : at_year_end(told.period, *end, lasts && !(end->counted_on && measure.kind == "year_rate"));
    if (!settled.iso.empty()) {
      told.period = settled;
      told.where += ", the year's end from " + where;
    }
  } else if (const std::optional<YearEnd> dated = told.among_words ? std::nullopt : dated_year_end_near(scene, told.period, where)) {
    told.period = at_year_end(told.period, *dated, lasts);
    told.where += ", the year's end from the date in " + where;
  }
  const bool day = told.period.iso.size() == 10, month = told.period.iso.size() == 7 && !scene.in_table();
  if (lasts && ((day && (table_speaks_of_a_year(scene) || ends_defined_year(scene, told.period) || said_to_last_a_year(scene, measure))) || (month && speaks_of_a_year(scene.own->text)))) {
    told.period = year_to(told.period);
    told.where += ", said of a year";
  } else if (measure.kind == "year_rate" && day) {
    told.where += ", a day for what lasts a year";
  }
}

void settle_on_last_day(const Scene& scene, Told& told) {
  const bool at_year_end = told.split_year && counted_at_year_end(scene);
  if (at_year_end) end_split_year(scene, told);
  if (says_at_the_end(scene) || at_year_end) told.period = last_day(told.period);
}

}  // namespace muster
